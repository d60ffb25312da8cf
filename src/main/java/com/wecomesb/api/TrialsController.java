package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.rule.UnreadableFacts;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What rules and mappings would do, by the configuration in force. */
@RestController
class TrialsController {

    private final RunningConfiguration configuration;

    TrialsController(RunningConfiguration configuration) {
        this.configuration = configuration;
    }

    @PostMapping("/api/v1/rules/explain")
    JsonNode explain(@RequestBody JsonNode request) {
        try {
            return RuleExplanation.of(configuration.current(), request);
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
