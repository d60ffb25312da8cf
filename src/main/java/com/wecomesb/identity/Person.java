package com.wecomesb.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.NormalValue;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts.Identity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is known of somebody that can tell him from others.
 *
 * @param identities telephone numbers and mail addresses among them, in one spelling
 */
public record Person(String name, String company, Set<Identity> identities) {

    static final String PHONE = "phone";
    static final String EMAIL = "email";

    public Person {
        identities = Set.copyOf(identities);
    }

    /** Who a canonical contact is about. */
    public static Person of(JsonNode canonical) {
        Set<Identity> identities = new LinkedHashSet<>();
        for (JsonNode identity : canonical.path("identities")) {
            add(
                    identities,
                    identity.path("kind").asText(""),
                    identity.path("issuer").asText(""),
                    identity.path("value").asText(""));
        }
        texts(canonical, "phones", "phone").forEach(phone -> add(identities, PHONE, "", phone));
        texts(canonical, "emails", "email").forEach(email -> add(identities, EMAIL, "", email));
        return new Person(
                canonical.path("name").asText(""), canonical.path("company").asText(""), identities);
    }

    /** Who a contact of ours is. */
    public static Person of(Contact contact, Collection<Identity> known) {
        Set<Identity> identities = new LinkedHashSet<>(known);
        ContactDocument.phones(contact).forEach(phone -> add(identities, PHONE, "", phone));
        ContactDocument.emails(contact).forEach(email -> add(identities, EMAIL, "", email));
        String name = contact.name() == null ? "" : contact.name();
        return new Person(name, contact.attributes().path("company").asText(""), identities);
    }

    Person with(Identity identity) {
        Set<Identity> more = new LinkedHashSet<>(identities);
        more.add(identity);
        return new Person(name, company, more);
    }

    private static List<String> texts(JsonNode document, String many, String single) {
        List<String> texts = new ArrayList<>();
        document.path(many).forEach(item -> texts.add(item.asText("")));
        texts.add(document.path(single).asText(""));
        return texts;
    }

    private static void add(Set<Identity> identities, String kind, String issuer, String value) {
        String spelt = switch (kind) {
            case PHONE -> NormalValue.phone(value.strip());
            case EMAIL -> value.strip().toLowerCase(Locale.ROOT);
            default -> value.strip();
        };
        if (!kind.isBlank() && !spelt.isEmpty() && spelt.length() <= 256) {
            identities.add(new Identity(kind, kind.equals(PHONE) || kind.equals(EMAIL) ? "" : issuer, spelt));
        }
    }

    /** Nobody can be recognised by nothing. */
    public boolean isAnonymous() {
        return identities.isEmpty() && name.isBlank();
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Person[" + identities.size() + " identities]";
    }
}
