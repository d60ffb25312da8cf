package com.wecomesb.receive.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.bus.Hints;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The accounts of 微信客服 that the configured apps may read, by {@code kf/account/list} (document 94661). */
@Component
class KfAccounts {

    private static final Logger log = LoggerFactory.getLogger(KfAccounts.class);
    private static final String PATH = "kf/account/list";

    /** The most that WeCom lists at once. */
    private static final int PAGE = 100;

    /** Far above what a corp can have; ends a list that would not end. */
    private static final int PAGES_AT_MOST = 100;

    private final WecomSettings settings;
    private final WecomClient wecom;
    private final Hints hints;
    private final Clock clock;

    KfAccounts(WecomSettings settings, WecomClient wecom, Hints hints, Clock clock) {
        this.settings = settings;
        this.wecom = wecom;
        this.hints = hints;
        this.clock = clock;
    }

    /** Hints at every account of every app with a secret; an app that fails does not keep the others from it. */
    void hintAll() {
        settings.apps().forEach((name, app) -> {
            if (!app.receivesOnly()) {
                hint(name);
            }
        });
    }

    /** Hints at every account of one app. */
    void hint(String app) {
        try {
            CompletableFuture.allOf(list(app).stream()
                            .map(account -> hints.append(new KfHint(app, account, null).at(clock.instant())))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (WecomCallFailed | CompletionException failure) {
            log.atWarn()
                    .addKeyValue("app", app)
                    .addKeyValue("reason", failure.getMessage())
                    .log("The accounts of this app are not pulled this time");
        }
    }

    private Set<String> list(String app) {
        Set<String> accounts = new LinkedHashSet<>();
        for (int page = 0; page < PAGES_AT_MOST; page++) {
            JsonNode answer = wecom.call(
                    app,
                    PATH,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("offset", page * PAGE)
                            .put("limit", PAGE),
                    Map.of());
            JsonNode list = answer.path("account_list");
            list.forEach(account -> accounts.add(account.path("open_kfid").asText()));
            if (list.size() < PAGE) {
                break;
            }
        }
        return accounts;
    }
}
