package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.change.HintedRecords.Claimed;
import com.wecomesb.connector.link.FetchedRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows one hint: fetches the record, or reads all changes of its kind. Whatever fails is tried again with growing
 * pauses; what stays away too long becomes a dead letter, never nothing.
 */
@Component
class RecordFetches {

    private static final Logger log = LoggerFactory.getLogger(RecordFetches.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** A known record that is not there is looked for once more: it may not have been visible. */
    private static final int LOOKS_BEFORE_GONE = 2;

    private final RecordSource systems;
    private final RecordArrivals arrivals;
    private final RecordStates states;
    private final ChangeReader reader;
    private final ChangeCursors cursors;
    private final HintedRecords hinted;
    private final DeadLetters deadLetters;
    private final ChangeSettings settings;
    private final ChangeMeters meters;
    private final Clock clock;

    RecordFetches(
            RecordSource systems,
            RecordArrivals arrivals,
            RecordStates states,
            ChangeReader reader,
            ChangeCursors cursors,
            HintedRecords hinted,
            DeadLetters deadLetters,
            ChangeSettings settings,
            ChangeMeters meters,
            Clock clock) {
        this.systems = systems;
        this.arrivals = arrivals;
        this.states = states;
        this.reader = reader;
        this.cursors = cursors;
        this.hinted = hinted;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    void follow(Claimed claimed) {
        RecordReference record = claimed.record();
        try {
            if (record.isOneRecord()) {
                fetch(claimed);
            } else if (!systems.canList(record.system(), record.kind())) {
                hinted.done(claimed);
            } else if (reader.read(record.system(), record.kind())) {
                hinted.later(claimed, clock.instant(), "", false);
            } else {
                hinted.done(claimed);
            }
        } catch (ConnectorFailed failed) {
            failed(claimed, failed.reason(), failed.kind().name(), failed.until());
        } catch (RuntimeException failure) {
            failed(
                    claimed,
                    "处理出错:" + failure.getClass().getSimpleName(),
                    failure.getClass().getName(),
                    Optional.empty());
        }
    }

    private void fetch(Claimed claimed) {
        RecordReference record = claimed.record();
        if (!systems.canFind(record)) {
            giveUp(claimed, "连接器没有动作 " + record.kind() + "-find,读不了这条记录", "no verb");
            return;
        }
        Optional<FetchedRecord> found = systems.find(record);
        if (found.isPresent()) {
            arrive(found.get());
        } else if (!states.knows(record)) {
            missing(claimed);
            return;
        } else if (claimed.attempt() + 1 < LOOKS_BEFORE_GONE) {
            hinted.later(claimed, clock.instant().plus(FIRST_PAUSE), "记录不见了,再看一次", true);
            return;
        } else {
            arrive(new FetchedRecord(
                    record.system(),
                    record.kind(),
                    record.id(),
                    "",
                    true,
                    JsonNodeFactory.instance.objectNode().put("id", record.id())));
        }
        hinted.done(claimed);
        meters.fetched(record.system(), "done");
    }

    private void arrive(FetchedRecord record) {
        ChangeCursors.Position position = cursors.of(record.system(), record.kind(), clock.instant());
        arrivals.arrive(
                List.of(record), new RecordArrivals.Meaning(false, position.baseline() ? null : position.since()));
    }

    /** Webhooks sometimes come before what they speak of can be seen. */
    private void missing(Claimed claimed) {
        if (claimed.firstAt().plus(settings.missingFor()).isBefore(clock.instant())) {
            giveUp(claimed, "通知里说的记录一直不存在", "missing");
            return;
        }
        hinted.later(claimed, clock.instant().plus(pause(claimed.attempt())), "记录还不存在", true);
        meters.fetched(claimed.record().system(), "missing");
    }

    private void failed(Claimed claimed, String reason, String cause, Optional<Instant> until) {
        RecordReference record = claimed.record();
        boolean late = claimed.firstAt().plus(settings.giveUpAfter()).isBefore(clock.instant());
        if (late && record.isOneRecord()) {
            giveUp(claimed, reason, cause);
            return;
        }
        if (!record.isOneRecord()) {
            reader.troubled(record.system(), record.kind(), reason);
        }
        Instant again = clock.instant().plus(pause(claimed.attempt()));
        hinted.later(claimed, until.filter(again::isBefore).orElse(again), reason, true);
        meters.fetched(record.system(), "failed");
        log.atWarn()
                .addKeyValue("system", record.system())
                .addKeyValue("kind", record.kind())
                .addKeyValue("reason", reason)
                .addKeyValue("attempt", claimed.attempt() + 1)
                .log("A record or a list of changes could not be read; it is tried again");
    }

    private void giveUp(Claimed claimed, String reason, String cause) {
        RecordReference record = claimed.record();
        deadLetters.addRecord(
                DeadLetter.Kind.EVENT,
                record.system() + "/" + record.kind() + "/" + record.id(),
                record.kind() + ".hint",
                null,
                reason,
                cause);
        hinted.giveUp(claimed);
        meters.fetched(record.system(), "given-up");
    }

    private static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
