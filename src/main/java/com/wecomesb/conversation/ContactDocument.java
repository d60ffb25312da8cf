package com.wecomesb.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A contact as the canonical document, {@code schemas/contact.schema.json}: what is no field of it stands under {@code
 * attributes}.
 */
public final class ContactDocument {

    /** Attributes of a contact that are fields of the document. */
    private static final Set<String> FIELDS = Set.of("phones", "emails", "company", "stage", "remark", "owner");

    /** What a contact is, not what it says: never an attribute of ours. */
    private static final Set<String> RESERVED = Set.of(
            "id",
            "recordId",
            "identities",
            "channel",
            "lastMessageAt",
            "createdAt",
            "updatedAt",
            "attributes",
            Contact.NICKNAME);

    private static final String OWN = "attributes.";
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TAG = 128;

    private ContactDocument() {}

    /** The document; attributes of the company's own stand beside the fields as well, as rules and mappings know them. */
    public static ObjectNode of(Contact contact) {
        ObjectNode document = contact.attributes().deepCopy();
        document.put("id", contact.id());
        if (contact.name() != null) {
            document.put("name", contact.name());
        }
        ArrayNode tags = document.putArray("tags");
        contact.tags().forEach(tags::add);
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        contact.attributes().fields().forEachRemaining(attribute -> {
            if (!FIELDS.contains(attribute.getKey()) && !RESERVED.contains(attribute.getKey())) {
                own.set(attribute.getKey(), attribute.getValue());
            }
        });
        if (!own.isEmpty()) {
            document.set("attributes", own);
        }
        return document;
    }

    /** What the contact says in one field, {@code phones} or {@code attributes.level}; missing where it says nothing. */
    public static JsonNode value(Contact contact, String field) {
        if (field.equals("name")) {
            return contact.name() == null ? JsonNodeFactory.instance.missingNode() : TextNode.valueOf(contact.name());
        }
        if (field.equals("tags")) {
            ArrayNode tags = JsonNodeFactory.instance.arrayNode();
            contact.tags().forEach(tags::add);
            return tags;
        }
        return contact.attributes().path(field.startsWith(OWN) ? field.substring(OWN.length()) : field);
    }

    /** The contact with another value in one field; null and missing forget it. What a contact cannot hold is shortened. */
    public static Contact with(Contact contact, String field, JsonNode value) {
        if (field.equals("name")) {
            return contact.named(shortened(value.asText(""), LONGEST_NAME));
        }
        if (field.equals("tags")) {
            Set<String> tags = new TreeSet<>();
            value.forEach(tag -> {
                String text = tag.asText("").strip();
                if (!text.isEmpty() && text.length() <= LONGEST_TAG) {
                    tags.add(text);
                }
            });
            return new Contact(
                    contact.id(), contact.kind(), contact.name(), contact.attributes(), tags, contact.metAt());
        }
        String attribute = field.startsWith(OWN) ? field.substring(OWN.length()) : field;
        if (RESERVED.contains(attribute)) {
            return contact;
        }
        ObjectNode noted = JsonNodeFactory.instance.objectNode();
        boolean nothing = value.isMissingNode() || value.isNull();
        noted.set(attribute, nothing ? JsonNodeFactory.instance.nullNode() : value);
        return contact.with(noted);
    }

    /** The fields in which two states of a contact differ. */
    public static Set<String> differences(Contact one, Contact other) {
        Set<String> names = new TreeSet<>();
        List.of(one, other)
                .forEach(contact -> contact.attributes()
                        .fieldNames()
                        .forEachRemaining(name -> names.add(FIELDS.contains(name) ? name : OWN + name)));
        names.addAll(List.of("name", "tags"));
        names.remove(OWN + Contact.NICKNAME);
        names.removeIf(name -> value(one, name).equals(value(other, name)));
        return names;
    }

    /** The telephone numbers, as they are written. */
    public static List<String> phones(Contact contact) {
        return texts(contact, "phones", "phone");
    }

    /** The mail addresses, as they are written. */
    public static List<String> emails(Contact contact) {
        return texts(contact, "emails", "email");
    }

    private static List<String> texts(Contact contact, String many, String single) {
        List<String> texts = new ArrayList<>();
        JsonNode several = contact.attributes().path(many);
        several.forEach(item -> texts.add(item.asText("")));
        texts.add(several.asText(""));
        texts.add(contact.attributes().path(single).asText(""));
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
