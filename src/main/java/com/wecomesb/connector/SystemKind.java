package com.wecomesb.connector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a system is to us. */
public enum SystemKind {
    CRM,
    SHOP,
    TICKET;

    /** The word used in files and settings: {@code crm}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SystemKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind of system that a verb speaks to: {@code ticket-create} to a ticket system. */
    public static Optional<SystemKind> ofVerb(String verb) {
        return switch (verb.substring(0, Math.max(0, verb.indexOf('-')))) {
            case "contact" -> Optional.of(CRM);
            case "order", "product", "coupon" -> Optional.of(SHOP);
            case "ticket" -> Optional.of(TICKET);
            default -> Optional.empty();
        };
    }

    /** By a system's name: {@code crm}, {@code crm-hk}, {@code crm2}. */
    public static Optional<SystemKind> ofName(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.matches(kind.word() + "([0-9-].*)?"))
                .findFirst();
    }
}
