package com.wecomesb.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The contacts of the simulated CRM, one for each external id. A stored contact is never altered, only replaced. */
@Simulated
public class Contacts {

    private final Records<ObjectNode> contacts;
    private final ConcurrentHashMap<String, Set<String>> idsByPhone = new ConcurrentHashMap<>();
    private final Ids ids;
    private final SandboxTime time;
    private final Changes changes;

    Contacts(SandboxSettings settings, Ids ids, SandboxTime time, Changes changes) {
        this.contacts = new Records<>(settings.keep(), this::forgetPhones);
        this.ids = ids;
        this.time = time;
        this.changes = changes;
    }

    enum Outcome {
        CREATED,
        REPLACED,
        VERSION_CONFLICT
    }

    /** What became of a write. */
    record Written(Outcome outcome, @Nullable ObjectNode contact) {}

    /**
     * Writes a contact as a whole.
     *
     * @param ifVersion the version that must be there, else nothing is written; null for any or none
     */
    Written put(String externalId, ObjectNode document, @Nullable Long ifVersion) {
        Outcome[] outcome = {Outcome.VERSION_CONFLICT};
        if (ifVersion != null && contacts.find(externalId) == null) {
            return new Written(Outcome.VERSION_CONFLICT, null);
        }
        ObjectNode stored = contacts.change(externalId, before -> {
            long version = before == null ? 0 : before.path("version").asLong();
            if (before != null && ifVersion != null && ifVersion != version) {
                return before;
            }
            outcome[0] = before == null ? Outcome.CREATED : Outcome.REPLACED;
            if (before != null) {
                forgetPhones(before);
            }
            return completed(externalId, document, before, version + 1);
        });
        if (outcome[0] != Outcome.VERSION_CONFLICT) {
            changes.note("contact", externalId);
        }
        return new Written(outcome[0], stored);
    }

    private ObjectNode completed(String externalId, ObjectNode document, @Nullable ObjectNode before, long version) {
        String now = time.now().toString();
        ObjectNode contact = document.deepCopy();
        contact.put("id", before == null ? ids.text("C") : before.path("id").asText());
        contact.put("externalId", externalId);
        contact.put("version", version);
        contact.put("createdAt", before == null ? now : before.path("createdAt").asText());
        contact.put("updatedAt", now);
        for (String phone : phones(contact)) {
            idsByPhone
                    .computeIfAbsent(phone, p -> ConcurrentHashMap.newKeySet())
                    .add(externalId);
        }
        return contact;
    }

    private void forgetPhones(ObjectNode contact) {
        String externalId = contact.path("externalId").asText();
        for (String phone : phones(contact)) {
            idsByPhone.computeIfPresent(phone, (p, with) -> {
                with.remove(externalId);
                return with.isEmpty() ? null : with;
            });
        }
    }

    private static Set<String> phones(ObjectNode contact) {
        Set<String> phones = new LinkedHashSet<>();
        if (contact.path("phone").isTextual()) {
            phones.add(contact.path("phone").asText());
        }
        for (JsonNode phone : contact.path("phones")) {
            phones.add(phone.asText());
        }
        return phones;
    }

    @Nullable
    ObjectNode find(String externalId) {
        return contacts.find(externalId);
    }

    List<ObjectNode> withPhone(String phone) {
        return idsByPhone.getOrDefault(phone, Set.of()).stream()
                .map(contacts::find)
                .filter(Objects::nonNull)
                .toList();
    }

    public List<ObjectNode> latest() {
        return contacts.latest();
    }

    public Collection<ObjectNode> all() {
        return contacts.all();
    }

    public int size() {
        return contacts.size();
    }

    public void clear() {
        contacts.clear();
        idsByPhone.clear();
    }
}
