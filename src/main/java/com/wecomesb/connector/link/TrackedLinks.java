package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.Fields.Hashed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The link table as the rest of the bus sees it. */
@Component
class TrackedLinks implements Links {

    /** What counts as changed when a record is gone, or there again. */
    private static final String DELETED = "deleted";

    private final LinkTable table;
    private final Fields fields;

    TrackedLinks(LinkTable table, Fields fields) {
        this.table = table;
        this.fields = fields;
    }

    @Override
    @Transactional
    public Arrival arrived(FetchedRecord record) {
        Link link = table.lock(Link.first(record));
        boolean known = !link.version().isEmpty() || !link.fields().isEmpty();
        if (known && Versions.isOlder(record.version(), link.version())) {
            return arrival(link);
        }
        Map<String, FieldState> states = new HashMap<>();
        Set<String> news = new TreeSet<>();
        if (!record.deleted()) {
            compare(link, fields.hashes(record.canonical()), states, news);
        }
        if (record.deleted() != link.gone()) {
            news.add(DELETED);
        }
        Link noted = link.at(record.version().isEmpty() ? link.version() : record.version(), record.deleted())
                .with(states)
                .untold(news);
        if (!noted.equals(link)) {
            table.update(noted);
        }
        return arrival(noted);
    }

    private static void compare(
            Link link, Map<String, Hashed> arrived, Map<String, FieldState> states, Set<String> news) {
        Set<String> all = new TreeSet<>(link.fields().keySet());
        all.addAll(arrived.keySet());
        for (String field : all) {
            FieldState before = link.field(field);
            Hashed now = arrived.get(field);
            FieldState after = before.arrived(now);
            if (!after.equals(before)) {
                states.put(field, after);
            }
            if (before.isNews(now)) {
                news.add(field);
            }
        }
    }

    private static Arrival arrival(Link link) {
        return new Arrival(!link.untold().isEmpty(), link.untold(), Optional.ofNullable(link.ours()));
    }

    @Override
    @Transactional
    public void told(String system, String kind, String theirs, String version) {
        table.find(system, kind, theirs)
                .filter(link -> link.version().equals(version) || version.isEmpty())
                .ifPresent(link -> table.told(link));
    }

    @Override
    @Transactional
    public void written(String system, String kind, String ours, String theirs, String version, JsonNode canonical) {
        FetchedRecord record = new FetchedRecord(system, kind, theirs, version, false, canonical);
        Link link = table.lock(Link.first(record));
        Map<String, FieldState> states = new HashMap<>();
        fields.hashes(canonical)
                .forEach(
                        (field, hashed) -> states.put(field, new FieldState(hashed.hash(), hashed.hash(), null, null)));
        Link.Origin origin = link.ours() == null ? Link.Origin.WRITTEN : link.origin();
        String newest = version.isEmpty() || Versions.isOlder(version, link.version()) ? link.version() : version;
        table.update(link.of(ours, kind.equals("contact") ? ours : link.contact(), origin)
                .at(newest, false)
                .with(states));
    }

    @Override
    public Optional<String> theirs(String system, String kind, String ours) {
        return table.ofOurs(system, kind, ours).map(Link::theirs);
    }

    @Override
    public Optional<String> ours(String system, String kind, String theirs) {
        return table.find(system, kind, theirs).map(Link::ours);
    }
}
