package com.wecomesb.sync;

import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.connector.link.OwnedLinks;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.ContactListener;
import com.wecomesb.sync.ChangeTimes.Changed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sees to it that what contacts say goes on to each system that they are linked to and that wants it. */
@Component
class Onward implements ContactListener {

    private final OwnedLinks links;
    private final Supplier<SyncPlan> plan;
    private final Fields fields;
    private final ChangeTimes times;
    private final Conflicts conflicts;
    private final SyncActions actions;
    private final Clock clock;

    Onward(
            OwnedLinks links,
            Supplier<SyncPlan> plan,
            Fields fields,
            ChangeTimes times,
            Conflicts conflicts,
            SyncActions actions,
            Clock clock) {
        this.links = links;
        this.plan = plan;
        this.fields = fields;
        this.times = times;
        this.conflicts = conflicts;
        this.actions = actions;
        this.clock = clock;
    }

    /** Rules or people changed contacts. */
    @Override
    public void changed(List<Change> changes) {
        List<Contact> contacts = changes.stream().map(Change::after).toList();
        List<Link> linked = linked(contacts);
        Set<String> ids = linked.stream().map(Link::contact).collect(Collectors.toSet());
        Instant now = clock.instant();
        List<Changed> changed = new ArrayList<>();
        for (Change change : changes) {
            if (ids.contains(change.after().id())) {
                ContactDocument.differences(change.before(), change.after())
                        .forEach(field -> changed.add(new Changed(change.after().id(), field, now)));
            }
        }
        times.note(changed);
        plan(contacts, linked);
    }

    /** Plans a write to each system that does not know yet what these contacts say. */
    void go(List<Contact> contacts) {
        plan(contacts, linked(contacts));
    }

    private List<Link> linked(List<Contact> contacts) {
        return contacts.isEmpty() || plan.get().all().stream().noneMatch(SyncRule::goesOut)
                ? List.of()
                : written(links.ofContacts(
                        "contact", contacts.stream().map(Contact::id).collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Of several records in one system the oldest link is written to, the others are only read: {@link LinkTable#ofContact}. */
    private static List<Link> written(List<Link> links) {
        Set<List<String>> met = new HashSet<>();
        return links.stream()
                .filter(link -> met.add(List.of(String.valueOf(link.contact()), link.system())))
                .toList();
    }

    private void plan(List<Contact> contacts, List<Link> linked) {
        Map<String, Map<String, Hashed>> said = new HashMap<>();
        contacts.forEach(contact -> said.put(contact.id(), fields.hashes(ContactDocument.of(contact))));
        for (Link link : linked) {
            SyncRule rule = plan.get().of(link.system(), link.kind()).orElse(null);
            Map<String, Hashed> ours = said.get(String.valueOf(link.contact()));
            if (rule != null && ours != null) {
                Set<String> out = Outward.changed(link, rule, ours);
                if (!out.isEmpty()) {
                    out.removeAll(held(link));
                }
                if (!out.isEmpty()) {
                    actions.upsert(link);
                }
            }
        }
    }

    private Set<String> held(Link link) {
        return new HashSet<>(conflicts
                .open(link.system(), link.kind(), List.of(link.theirs()))
                .getOrDefault(link.theirs(), Map.of())
                .keySet());
    }
}
