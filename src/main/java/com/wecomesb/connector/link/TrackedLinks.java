package com.wecomesb.connector.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.Fields.Hashed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The link table for records of which we keep no copy; contacts have more to them. */
@Component
public class TrackedLinks implements Links {

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
        return arrived(List.of(record), false).get(0);
    }

    /**
     * The same for records of one kind in one system, each at most once.
     *
     * @param quiet nobody has to be told what is new
     */
    @Transactional
    public List<Arrival> arrived(List<FetchedRecord> records, boolean quiet) {
        FetchedRecord any = records.get(0);
        Map<String, Link> locked = table.lock(
                any.system(),
                any.kind(),
                records.stream().map(FetchedRecord::id).collect(Collectors.toSet()));
        List<Link> changed = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (FetchedRecord record : records) {
            Link link = Objects.requireNonNull(locked.get(record.id()));
            Link noted = noted(record, link, quiet);
            if (!noted.equals(link)) {
                changed.add(noted);
            }
            arrivals.add(noted.arrival());
        }
        table.update(changed);
        return arrivals;
    }

    private Link noted(FetchedRecord record, Link link, boolean quiet) {
        if (link.isKnown() && Versions.isOlder(record.version(), link.version())) {
            return link;
        }
        Map<String, FieldState> states = new HashMap<>();
        Set<String> news = new TreeSet<>();
        if (!record.deleted()) {
            compare(link, fields.hashes(record.canonical()), states, news);
        }
        if (record.deleted() != link.gone()) {
            news.add(DELETED);
        }
        Link noted = link.at(record.version(), record.deleted()).with(states);
        return quiet ? noted : noted.untold(news);
    }

    private static void compare(
            Link link, Map<String, Hashed> arrived, Map<String, FieldState> states, Set<String> news) {
        Set<String> all = new TreeSet<>(link.fields().keySet());
        all.addAll(arrived.keySet());
        for (String field : all) {
            FieldState before = link.field(field);
            Hashed now = arrived.get(field);
            FieldState after = before.noted(now);
            if (!after.equals(before)) {
                states.put(field, after);
            }
            if (before.isNews(now)) {
                news.add(field);
            }
        }
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
        Link link = table.lock(system, kind, theirs);
        Map<String, FieldState> states = new HashMap<>();
        fields.hashes(canonical)
                .forEach(
                        (field, hashed) -> states.put(field, new FieldState(hashed.hash(), hashed.hash(), null, null)));
        Link.Origin origin = link.ours() == null ? Link.Origin.WRITTEN : link.origin();
        String newest = version.isEmpty() || Versions.isOlder(version, link.version()) ? link.version() : version;
        table.update(List.of(link.of(ours, kind.equals("contact") ? ours : link.contact(), origin)
                .at(newest, false)
                .with(states)));
    }

    @Override
    @Transactional
    public void belongs(String system, String kind, String theirs, String contact) {
        Link link = table.lock(system, kind, theirs);
        table.update(List.of(link.of(link.ours(), contact, link.ours() == null ? Link.Origin.MATCHED : link.origin())));
    }

    @Override
    public Optional<String> ours(String system, String kind, String theirs) {
        return table.find(system, kind, theirs).map(Link::ours);
    }
}
