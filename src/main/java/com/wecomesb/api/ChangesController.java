package com.wecomesb.api;

import com.wecomesb.connector.Systems;
import com.wecomesb.connector.change.ChangeReport;
import com.wecomesb.connector.change.RecordHints;
import com.wecomesb.connector.change.RecordReference;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What comes back from other systems, and what was told them. */
@RestController
class ChangesController {

    private final ChangeReport report;
    private final RecordHints hints;
    private final Systems systems;
    private final SentWebhooks webhooks;

    ChangesController(ChangeReport report, RecordHints hints, Systems systems, SentWebhooks webhooks) {
        this.report = report;
        this.hints = hints;
        this.systems = systems;
        this.webhooks = webhooks;
    }

    /** A record or a list that will be read soon. */
    record Accepted(String system, String kind, String id) {}

    /** How far the changes of each system were read, and which records wait to be fetched. */
    @GetMapping("/api/v1/changes")
    ChangeReport.Now changes() {
        return report.now();
    }

    /** Reads the changes of a kind of record now. */
    @PostMapping("/api/v1/changes/{system}/{kind}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted poll(@PathVariable String system, @PathVariable String kind) {
        return say(system, kind, "");
    }

    /** Fetches one record now. */
    @PostMapping("/api/v1/changes/{system}/{kind}/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted fetch(@PathVariable String system, @PathVariable String kind, @PathVariable String id) {
        return say(system, kind, id);
    }

    private Accepted say(String system, String kind, String id) {
        if (systems.find(system).isEmpty()) {
            throw new NotThere("No system of this name is configured");
        }
        try {
            hints.say(new RecordReference(system, kind, id)).join();
        } catch (IllegalArgumentException noRecord) {
            throw new BadRequest("kind must be one of " + RecordReference.KINDS + ", an id has at most "
                    + RecordReference.LONGEST_ID + " characters");
        } catch (CompletionException notTaken) {
            throw new NotNow("The bus did not take it, try again later");
        }
        return new Accepted(system, kind, id);
    }

    /** The log of webhooks that go out. */
    @GetMapping("/api/v1/webhooks/deliveries")
    Page<SentWebhooks.Delivery> deliveries(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return webhooks.list(target, Cursor.of(cursor, limit));
    }
}
