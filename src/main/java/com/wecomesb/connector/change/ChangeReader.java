package com.wecomesb.connector.change;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.connector.link.FetchedRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the changes of one kind of record from its cursor to its end. A page's events are on the bus before the cursor
 * moves, by compare-and-set. A list that turns in circles is cut and reported.
 */
@Component
class ChangeReader {

    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

    /** So many pages in a row with nothing but what was read a moment ago turn in circles. */
    private static final int REPEATED_PAGES = 3;

    private final RecordSource systems;
    private final ChangeCursors cursors;
    private final RecordArrivals arrivals;
    private final DeadLetters deadLetters;
    private final ChangeSettings settings;
    private final ChangeMeters meters;
    private final Clock clock;

    ChangeReader(
            RecordSource systems,
            ChangeCursors cursors,
            RecordArrivals arrivals,
            DeadLetters deadLetters,
            ChangeSettings settings,
            ChangeMeters meters,
            Clock clock) {
        this.systems = systems;
        this.cursors = cursors;
        this.arrivals = arrivals;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Reads up to {@code esb.change.pages-at-once} pages.
     *
     * @return whether there is more to read
     * @throws com.wecomesb.connector.ConnectorFailed if the system does not go on; the cursor stays behind the last page
     */
    boolean read(String system, String kind) {
        ChangeCursors.Position position = cursors.of(system, kind, clock.instant());
        Set<String> read = new HashSet<>();
        int repeated = 0;
        // Others may take over when the lease ends; long before that they have their turn.
        Instant turnEnds = clock.instant().plus(settings.lease().dividedBy(2));
        for (int pages = 0; pages < settings.pagesAtOnce() && clock.instant().isBefore(turnEnds); pages++) {
            RecordSource.Page page = systems.changes(system, kind, position.value(), settings.pageSize());
            List<FetchedRecord> fresh = page.records().stream()
                    .filter(record -> read.add(record.id() + "\n" + record.version()))
                    .toList();
            meters.repeatedInPage(system, page.records().size() - fresh.size());
            page.refused().forEach(refused -> bury(system, kind, refused));
            arrive(fresh, new RecordArrivals.Meaning(position.baseline(), position.since()));
            if (!cursors.move(position, page.cursor(), newest(fresh))) {
                log.atInfo()
                        .addKeyValue("system", system)
                        .addKeyValue("kind", kind)
                        .log("Another instance reads this");
                return false;
            }
            if (!page.more()) {
                cursors.ended(position, clock.instant(), null);
                return false;
            }
            repeated = fresh.isEmpty() ? repeated + 1 : 0;
            if (page.cursor().equals(position.value()) || repeated >= REPEATED_PAGES) {
                cut(position, page.cursor().equals(position.value()));
                return false;
            }
            position = cursors.of(system, kind, clock.instant());
        }
        return true;
    }

    /** What fails together is tried one by one; a record that cannot be taken must not hold up all others. */
    private void arrive(List<FetchedRecord> records, RecordArrivals.Meaning meaning) {
        try {
            arrivals.arrive(records, meaning);
        } catch (RuntimeException failure) {
            if (!RecordFault.isOfRecord(failure)) {
                throw failure;
            }
            List<FetchedRecord> failed =
                    records.stream().filter(record -> !isTaken(record, meaning)).toList();
            if (failed.size() == records.size() && failed.size() > 1) {
                // What holds for every record lies with none of them: they are read again.
                throw failure;
            }
            String cause = failure.getClass().getSimpleName();
            failed.forEach(record ->
                    bury(record.system(), record.kind(), new RefusedRecord(record.id(), "这条记录存不下来:" + cause)));
        }
    }

    private boolean isTaken(FetchedRecord record, RecordArrivals.Meaning meaning) {
        try {
            arrivals.arrive(List.of(record), meaning);
            return true;
        } catch (RuntimeException failure) {
            if (!RecordFault.isOfRecord(failure)) {
                throw failure;
            }
            return false;
        }
    }

    /** One record that cannot be read must not hold up all others. */
    private void bury(String system, String kind, RefusedRecord refused) {
        deadLetters.addRecord(
                DeadLetter.Kind.EVENT,
                system + "/" + kind + "/" + refused.id(),
                kind + ".change",
                null,
                refused.reason(),
                "not canonical");
        meters.fetched(system, "refused");
        log.atWarn()
                .addKeyValue("system", system)
                .addKeyValue("kind", kind)
                .addKeyValue("record", refused.id())
                .addKeyValue("reason", refused.reason())
                .log("A changed record is refused, it waits in the dead letters");
    }

    /** Notes for people why a list could not be read to its end. */
    void troubled(String system, String kind, String reason) {
        cursors.troubled(cursors.of(system, kind, clock.instant()), reason);
    }

    private void cut(ChangeCursors.Position position, boolean stands) {
        String trouble = stands ? "说还有下一页,游标却没有前进,已停下" : "一页接一页都是读过的记录,已停下";
        cursors.ended(position, clock.instant(), trouble);
        meters.cut(position.system());
        log.atWarn()
                .addKeyValue("system", position.system())
                .addKeyValue("kind", position.kind())
                .addKeyValue("reason", stands ? "the cursor stands still" : "the pages repeat")
                .log("The list of changes does not end; it is cut here and read again at the next poll");
    }

    private static @Nullable Instant newest(List<FetchedRecord> records) {
        return records.stream()
                .map(record -> Transitions.time(record.canonical(), "updatedAt"))
                .filter(Objects::nonNull)
                .collect(Collectors.maxBy(Instant::compareTo))
                .orElse(null);
    }
}
