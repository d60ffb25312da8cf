package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.decision.Accounts;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.UnreadableFacts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What rules and mappings would do, by the configuration in force. */
@RestController
class TrialsController {

    private final RunningConfiguration configuration;
    private final StoredContacts contacts;

    TrialsController(RunningConfiguration configuration, StoredContacts contacts) {
        this.configuration = configuration;
        this.contacts = contacts;
    }

    /** A {@code contact} that is a text is a stored one; an object describes one. */
    @PostMapping("/api/v1/rules/explain")
    JsonNode explain(@RequestBody JsonNode request) {
        Snapshot current = configuration.current();
        JsonNode described = request.path("contact").isTextual()
                ? contacts.describe(
                                request,
                                current.part(Accounts.class),
                                current.part(RuleSet.class).counted())
                        .orElseThrow(() -> new NotThere("Nobody is known by this id"))
                : request;
        try {
            return RuleExplanation.of(current, described);
        } catch (UnreadableFacts exception) {
            throw new BadRequest(String.valueOf(exception.getMessage()));
        }
    }

    @PostMapping("/api/v1/mappings/{name}/try")
    JsonNode tryMapping(@PathVariable String name, @RequestBody JsonNode source) {
        return MappingTrial.of(configuration.current(), name, source)
                .orElseThrow(() -> new NotThere("There is no mapping of this name"));
    }
}
