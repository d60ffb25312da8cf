package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.change.RecordHints;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.link.ComparedLinks;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.FieldState;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.sync.Differences.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares everything that a system has with what was last synchronised, and with what our contacts say. A difference that
 * is mended goes the way of any change: by the sync rule, its conflicts recorded.
 */
@Component
class Reconcile implements SyncTask {

    private static final int GONE_AT_ONCE = 200;

    private final LinkTable links;
    private final ComparedLinks compared;
    private final Contacts contacts;
    private final Fields fields;
    private final SyncedLinks synced;
    private final SystemRecords records;
    private final RecordHints hints;
    private final Differences differences;
    private final Supplier<SyncPlan> plan;

    Reconcile(
            LinkTable links,
            ComparedLinks compared,
            Contacts contacts,
            Fields fields,
            SyncedLinks synced,
            SystemRecords records,
            RecordHints hints,
            Differences differences,
            Supplier<SyncPlan> plan) {
        this.links = links;
        this.compared = compared;
        this.contacts = contacts;
        this.fields = fields;
        this.synced = synced;
        this.records = records;
        this.hints = hints;
        this.differences = differences;
        this.plan = plan;
    }

    @Override
    public SyncJob.Task task() {
        return SyncJob.Task.RECONCILE;
    }

    @Override
    public Map<String, Long> take(List<FetchedRecord> page, SyncJob job) {
        Set<String> ids = page.stream().map(FetchedRecord::id).collect(Collectors.toSet());
        Map<String, Link> known = links.find(job.system(), job.kind(), ids);
        Map<String, Contact> ours = job.kind().equals("contact")
                ? contacts.find(known.values().stream()
                        .map(Link::ours)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                : Map.of();
        List<Difference> found = new ArrayList<>();
        List<FetchedRecord> differing = new ArrayList<>();
        for (FetchedRecord record : page) {
            compare(record, known.get(record.id()), ours, job).ifPresent(difference -> {
                found.add(difference);
                differing.add(record);
            });
        }
        boolean repaired = job.options().repair() && !differing.isEmpty();
        if (repaired) {
            repair(differing, job);
        }
        differences.add(job.id(), found, repaired);
        compared.seen(known.values(), job.id());
        return counts(found, repaired);
    }

    private Optional<Difference> compare(
            FetchedRecord record, @Nullable Link link, Map<String, Contact> ours, SyncJob job) {
        if (record.deleted()) {
            return link == null || link.gone() ? Optional.empty() : Optional.of(Difference.of("gone", link, Set.of()));
        }
        boolean contact = job.kind().equals("contact");
        if (link == null || (contact && link.ours() == null)) {
            return Optional.of(new Difference("unlinked", record.id(), null, Set.of()));
        }
        if (link.gone()) {
            return Optional.of(Difference.of("returned", link, Set.of()));
        }
        Contact mine = link.ours() == null ? null : ours.get(link.ours());
        Set<String> differing = differing(record, link, mine, job);
        return differing.isEmpty() ? Optional.empty() : Optional.of(Difference.of("differs", link, differing));
    }

    /** Fields that are on one side not what they were when both last agreed. */
    private Set<String> differing(FetchedRecord record, Link link, @Nullable Contact mine, SyncJob job) {
        Map<String, Hashed> theirs = fields.hashes(record.canonical());
        Map<String, Hashed> ours = mine == null ? Map.of() : fields.hashes(ContactDocument.of(mine));
        SyncRule rule = plan.get().of(job.system(), job.kind()).orElse(null);
        Set<String> names = new TreeSet<>(link.fields().keySet());
        names.addAll(theirs.keySet());
        names.addAll(ours.keySet());
        names.removeIf(name -> {
            FieldState last = link.field(name);
            boolean same = Objects.equals(theirs.get(name), ours.get(name));
            if (mine == null || rule == null) {
                return !last.isNews(theirs.get(name));
            }
            boolean news = rule.comesIn(name) && last.isNews(theirs.get(name));
            boolean unsent = rule.goesOut(name) && last.isChanged(ours.get(name));
            return same || (!news && !unsent);
        });
        return names;
    }

    private void repair(List<FetchedRecord> differing, SyncJob job) {
        if (job.kind().equals("contact")) {
            synced.arrived(differing, false);
            return;
        }
        // The bus has missed what happened to them: it is to hear of it as of any change.
        differing.forEach(record -> hints.say(new RecordReference(job.system(), job.kind(), record.id()))
                .join());
    }

    private static Map<String, Long> counts(List<Difference> found, boolean repaired) {
        Map<String, Long> counts = new TreeMap<>();
        found.forEach(difference -> counts.merge(difference.what(), 1L, Long::sum));
        if (repaired) {
            counts.put("repaired", (long) found.size());
        }
        return counts;
    }

    /** What was not in any list is looked for by itself; a look-up that the system refuses is noted and stops no other. */
    @Override
    public Map<String, Long> finish(SyncJob job) {
        Map<String, Long> counts = new TreeMap<>();
        long after = 0;
        while (true) {
            List<Link> missing = compared.unseen(job.system(), job.kind(), job.id(), after, GONE_AT_ONCE);
            if (missing.isEmpty()) {
                return counts;
            }
            after = missing.get(missing.size() - 1).id();
            List<Link> gone = new ArrayList<>();
            List<Link> failed = new ArrayList<>();
            missing.forEach(link -> look(link, gone, failed));
            if (job.options().repair()) {
                links.update(gone.stream().map(link -> link.at("", true)).toList());
            }
            differences.add(
                    job.id(),
                    gone.stream()
                            .map(link -> Difference.of("gone", link, Set.of()))
                            .toList(),
                    job.options().repair());
            differences.add(
                    job.id(),
                    failed.stream()
                            .map(link -> Difference.of("failed", link, Set.of()))
                            .toList(),
                    false);
            counts.merge("gone", (long) gone.size(), Long::sum);
            counts.merge("failed", (long) failed.size(), Long::sum);
            if (job.options().repair()) {
                counts.merge("repaired", (long) gone.size(), Long::sum);
            }
        }
    }

    /** The system has just listed its records: what it refuses for good now lies with this one. */
    private void look(Link link, List<Link> gone, List<Link> failed) {
        try {
            if (isGone(link)) {
                gone.add(link);
            }
        } catch (ConnectorFailed refused) {
            if (refused.kind() != ConnectorFailed.Kind.PERMANENT) {
                throw refused;
            }
            failed.add(link);
        }
    }

    private boolean isGone(Link link) {
        return !records.canRead(link.system(), link.kind())
                || records.find(link.system(), link.kind(), link.theirs()).isEmpty();
    }
}
