package com.wecomesb.sync;

import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.Whose.Owner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes contacts of another system over into ours: recognises them, brings both sides together by the sync rule, and notes
 * it all in few statements for a whole page. Contacts are locked first, their links then.
 */
@Component
class ContactArrivals {

    private final ByKeys byKeys;
    private final Whose whose;
    private final LinkTable links;
    private final Contacts contacts;
    private final Fields fields;
    private final Conflicts conflicts;
    private final ChangeTimes times;
    private final Reviews reviews;
    private final Aftermath aftermath;
    private final Clock clock;

    ContactArrivals(
            ByKeys byKeys,
            Whose whose,
            LinkTable links,
            Contacts contacts,
            Fields fields,
            Conflicts conflicts,
            ChangeTimes times,
            Reviews reviews,
            Aftermath aftermath,
            Clock clock) {
        this.byKeys = byKeys;
        this.whose = whose;
        this.links = links;
        this.contacts = contacts;
        this.fields = fields;
        this.conflicts = conflicts;
        this.times = times;
        this.reviews = reviews;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Takes records of one system, each at most once.
     *
     * @param quiet a first load: nobody has to be told what is new
     * @return what each arrival means, in the order of the records
     * @throws ConcurrencyFailureException when somebody else was quicker; the same call may succeed
     */
    @Transactional
    public List<Arrival> arrived(List<FetchedRecord> records, SyncRule rule, boolean quiet) {
        if (records.size() > 1) {
            byKeys.only();
        }
        Map<String, Link> before = links.find(rule.system(), rule.kind(), ids(records));
        Map<String, FetchedRecord> unknown = new LinkedHashMap<>();
        for (FetchedRecord record : records) {
            Link link = before.get(record.id());
            if (!record.deleted() && (link == null || link.ours() == null)) {
                unknown.put(record.id(), record);
            }
        }
        return arrived(records, rule, quiet, before, whose.of(unknown.values(), rule.createUnknown()));
    }

    /** Takes a record of which a person has said whose it is. */
    @Transactional
    public Arrival decided(FetchedRecord record, SyncRule rule, Owner owner) {
        Map<String, Link> before = links.find(rule.system(), rule.kind(), ids(List.of(record)));
        return arrived(List.of(record), rule, false, before, Map.of(record.id(), owner))
                .get(0);
    }

    private List<Arrival> arrived(
            List<FetchedRecord> records,
            SyncRule rule,
            boolean quiet,
            Map<String, Link> before,
            Map<String, Owner> owners) {
        Set<String> concerned = new TreeSet<>();
        before.values().stream().map(Link::ours).filter(Objects::nonNull).forEach(concerned::add);
        owners.values().stream()
                .filter(owner -> owner.origin() != Link.Origin.CREATED)
                .forEach(owner -> owner.contact().ifPresent(concerned::add));
        Map<String, Contact> known = contacts.lock(concerned);
        Map<String, Link> locked = links.lockKnown(rule.system(), rule.kind(), ids(records), before.keySet());
        locked.forEach((id, link) -> {
            Link read = before.get(id);
            if (!Objects.equals(link.ours(), read == null ? null : read.ours())) {
                throw new ConcurrencyFailureException("a link was changed meanwhile");
            }
        });
        ContactPage page = new ContactPage(
                new ContactMerge(fields, rule),
                new ContactPage.Known(
                        known,
                        owners,
                        conflicts.open(rule.system(), rule.kind(), before.keySet()),
                        times.of(concerned),
                        clock.instant()));
        List<Arrival> arrivals = new ArrayList<>();
        for (FetchedRecord record : records) {
            Link now = page.take(record, Objects.requireNonNull(locked.get(record.id())), quiet);
            arrivals.add(now.arrival());
        }
        Map<Boolean, List<Link>> written = page.links().stream().collect(Collectors.partitioningBy(Link::isStored));
        links.update(written.getOrDefault(true, List.of()));
        if (!links.add(written.getOrDefault(false, List.of()))) {
            throw new ConcurrencyFailureException("a link was made meanwhile");
        }
        conflicts.save(page.conflicts());
        page.ambiguous().forEach((record, owner) -> reviews.ask(record, owner.candidates()));
        aftermath.of(page.outcome());
        return arrivals;
    }

    private static Set<String> ids(List<FetchedRecord> records) {
        return records.stream().map(FetchedRecord::id).collect(Collectors.toSet());
    }
}
