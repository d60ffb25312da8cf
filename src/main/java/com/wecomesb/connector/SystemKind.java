package com.wecomesb.connector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a system is to us; the verbs of its connector begin with one of its documents. */
public enum SystemKind {
    CRM("contact"),
    SHOP("order", "product", "coupon"),
    TICKET("ticket");

    private final String[] documents;

    SystemKind(String... documents) {
        this.documents = documents;
    }

    /** The word used in files and settings: {@code crm}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SystemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind of system that a verb speaks to: {@code ticket-create} to a ticket system. */
    public static Optional<SystemKind> ofVerb(String verb) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.documents).anyMatch(document -> verb.startsWith(document + "-")))
                .findFirst();
    }

    /** By a system's name: {@code crm}, {@code crm-hk}, {@code crm2}. */
    public static Optional<SystemKind> ofName(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.matches(kind.word() + "([0-9-].*)?"))
                .findFirst();
    }
}
