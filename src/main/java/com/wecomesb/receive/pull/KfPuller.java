package com.wecomesb.receive.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hints;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import com.wecomesb.wecom.kf.KfMessage;
import com.wecomesb.wecom.kf.KfMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads an account of 微信客服 from its cursor to its end. A page's events are on the bus before the cursor moves; a
 * crash in between brings the same events again. One pull of an account at a time; should two instances pull it all the
 * same, the cursor moves for one of them only.
 */
@Component
class KfPuller {

    private static final Logger log = LoggerFactory.getLogger(KfPuller.class);

    /** So much may the clocks of two instances differ: a hint that is older by less is followed, at the price of a call. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(1);

    /** WeCom's tokens live for ten minutes. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(9);

    /** From the end of a pull to the next of the same account: where much is said, one call brings more of it. */
    private static final long GATHER_NANOS = 40_000_000;

    /** An account with a long history lets others have their turn. */
    private static final int PAGES_AT_ONCE = 20;

    private final WecomSettings settings;
    private final WecomClient wecom;
    private final KfCursors cursors;
    private final KfCustomers customers;
    private final KfEvents events;
    private final EventLog bus;
    private final Hints hints;
    private final Clock clock;
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    /** When this instance last came to the end of an account, by {@link System#nanoTime}. */
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    KfPuller(
            WecomSettings settings,
            WecomClient wecom,
            KfCursors cursors,
            KfCustomers customers,
            KfEvents events,
            EventLog bus,
            Hints hints,
            Clock clock) {
        this.settings = settings;
        this.wecom = wecom;
        this.cursors = cursors;
        this.customers = customers;
        this.events = events;
        this.bus = bus;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Follows a hint; does nothing if a pull that began after it has come to the end already.
     *
     * @return whether everything that was there when this was called is on the bus
     * @throws WecomCallFailed if WeCom does not give the messages
     * @throws java.util.concurrent.CompletionException if the bus does not take them
     */
    boolean pull(KfHint hint, Instant hintedAt) {
        Lock lock = locks.computeIfAbsent(hint.openKfId(), account -> new ReentrantLock());
        lock.lock();
        try {
            gather(hint.openKfId());
            KfCursor cursor = cursors.of(hint.openKfId(), hint.app());
            if (!hintedAt.plus(CLOCK_DIFFERENCE).isBefore(cursor.lastPullStartedAt())) {
                return read(fresh(hint, hintedAt), cursor);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void gather(String account) {
        Long end = ends.get(account);
        if (end != null) {
            LockSupport.parkNanos(end + GATHER_NANOS - System.nanoTime());
        }
    }

    private KfHint fresh(KfHint hint, Instant hintedAt) {
        return hintedAt.plus(TOKEN_LIFE).isBefore(clock.instant()) ? hint.withoutToken() : hint;
    }

    private boolean read(KfHint hint, KfCursor start) {
        Instant startedAt = clock.instant();
        KfPages pages = new KfPages(wecom, hint);
        KfCursor cursor = start;
        for (int page = 0; page < PAGES_AT_ONCE; page++) {
            JsonNode answer = pages.after(cursor.value());
            append(hint, answer.path("msg_list"));
            String next = answer.path("next_cursor").asText(cursor.value());
            boolean atEnd = answer.path("has_more").asInt(0) != 1;
            if (!(atEnd ? cursors.moveToEnd(cursor, next, startedAt) : cursors.move(cursor, next))) {
                log.atInfo().addKeyValue("account", hint.openKfId()).log("Another instance pulls this account");
                return false;
            }
            if (atEnd) {
                ends.put(hint.openKfId(), System.nanoTime());
                return true;
            }
            cursor = cursor.movedTo(next);
        }
        hints.append(hint.at(clock.instant())).join();
        return false;
    }

    private void append(KfHint hint, JsonNode entries) {
        String corpId = settings.app(hint.app()).orElseThrow().corpId();
        List<KfMessage> messages = StreamSupport.stream(entries.spliterator(), false)
                .map(KfMessages::read)
                .toList();
        Set<String> peers = messages.stream()
                .map(KfMessage::externalUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, KfCustomer> known = customers.of(hint.app(), corpId, peers);
        CompletableFuture<?>[] appended = messages.stream()
                .map(message -> event(corpId, hint, message, known))
                .map(bus::append)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(appended).join();
    }

    private Event event(String corpId, KfHint hint, KfMessage message, Map<String, KfCustomer> known) {
        String peer = message.externalUserId();
        KfCustomer customer = peer == null ? null : known.get(peer);
        return events.of(corpId, hint.app(), hint.openKfId(), message, customer);
    }
}
