package com.wecomesb.receive.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The customers' names, by {@code kf/customer/batchget} (document 95159); a message never waits for one that is away. */
@Component
class KfCustomers {

    private static final Logger log = LoggerFactory.getLogger(KfCustomers.class);
    private static final String PATH = "kf/customer/batchget";

    /** The most that WeCom tells at once. */
    private static final int BATCH = 100;

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int KEPT_AT_MOST = 100_000;

    /** Without it each page would wait for the same time-out. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Cache<String, KfCustomer> known = Caffeine.newBuilder()
            .maximumSize(KEPT_AT_MOST)
            .expireAfterWrite(KEPT)
            .build();
    private final Map<String, Instant> pausedUntil = new ConcurrentHashMap<>();
    private final WecomClient wecom;
    private final Clock clock;

    KfCustomers(WecomClient wecom, Clock clock) {
        this.wecom = wecom;
        this.clock = clock;
    }

    /** Who these ids of a corp are, as far as WeCom tells: it knows who wrote or came within 48 h. */
    Map<String, KfCustomer> of(String app, String corpId, Collection<String> ids) {
        Map<String, KfCustomer> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            KfCustomer customer = known.getIfPresent(corpId + "|" + id);
            if (customer == null) {
                missing.add(id);
            } else {
                found.put(id, customer);
            }
        }
        for (int start = 0; start < missing.size() && !isPaused(app); start += BATCH) {
            Map<String, KfCustomer> asked = ask(app, missing.subList(start, Math.min(missing.size(), start + BATCH)));
            asked.forEach((id, customer) -> known.put(corpId + "|" + id, customer));
            found.putAll(asked);
        }
        return found;
    }

    private Map<String, KfCustomer> ask(String app, List<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("need_enter_session_context", 0);
        ArrayNode list = body.putArray("external_userid_list");
        ids.forEach(list::add);
        Map<String, KfCustomer> customers = new HashMap<>();
        try {
            for (JsonNode customer : wecom.call(app, PATH, body, Map.of()).path("customer_list")) {
                String unionId = customer.path("unionid").asText("");
                customers.put(
                        customer.path("external_userid").asText(""),
                        new KfCustomer(customer.path("nickname").asText(""), unionId.isEmpty() ? null : unionId));
            }
        } catch (WecomCallFailed failure) {
            pausedUntil.put(app, clock.instant().plus(PAUSE_AFTER_FAILURE));
            log.atWarn()
                    .addKeyValue("app", app)
                    .addKeyValue("outcome", failure.outcome())
                    .addKeyValue("errcode", failure.errcode())
                    .log("WeCom does not tell the customers' names; the messages go on without");
        }
        return customers;
    }

    private boolean isPaused(String app) {
        Instant until = pausedUntil.get(app);
        return until != null && clock.instant().isBefore(until);
    }
}
