package com.wecomesb.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.RuleSet;
import org.springframework.core.env.Environment;

/** The webhooks of the settings are complete, and each that a rule names is among them. */
final class NamedWebhooksExist implements SnapshotCheck {

    private final Environment environment;

    NamedWebhooksExist(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        WebhookTargets targets = WebhookTargets.read(environment, mistakes);
        String known = targets.names().isEmpty()
                ? "现在一个也没有,请先设置 esb.webhooks.名字.url 和 .secret"
                : "可用:" + String.join("、", targets.names());
        candidate.part(RuleSet.class).rules().stream()
                .flatMap(rule -> rule.then().stream())
                .flatMap(spec -> spec.withBranches())
                .filter(spec -> spec.kind().equals("webhook"))
                .filter(spec -> !targets.names().contains(name(spec.parameters())))
                .forEach(spec ->
                        mistakes.add(spec.where().mistake("没有叫“" + name(spec.parameters()) + "”的 webhook," + known)));
    }

    private static String name(JsonNode parameters) {
        return parameters.path("to").asText();
    }
}
