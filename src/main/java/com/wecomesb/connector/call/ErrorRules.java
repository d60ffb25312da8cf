package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.CredentialsRefused;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.connector.description.ConnectorDescription.ErrorRule;
import com.wecomesb.connector.expression.JsltFailed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The failures that a connector's {@code errors} name. */
final class ErrorRules {

    private ErrorRules() {}

    static ConnectorFailed failure(ErrorRule rule, Answered answered, Instant now) {
        String reason = rule.reason().isEmpty() ? "系统回答的是错误:" + rule.when() : rule.reason();
        return failure(rule.kind(), reason, until(rule, answered), now);
    }

    /** @param until when to come again, as {@link Failures#until} reads it */
    static ConnectorFailed failure(ErrorClass kind, String reason, @Nullable String until, Instant now) {
        return switch (kind) {
            case RETRY -> new ConnectorFailed(Kind.RETRY, reason);
            case THROTTLED -> new ConnectorFailed(Kind.THROTTLED, reason, Failures.until(until, now));
            case CONFLICT -> new ConnectorFailed(Kind.CONFLICT, reason);
            case UNKNOWN -> new ConnectorFailed(Kind.UNKNOWN, reason);
            case AUTH -> new CredentialsRefused(reason);
            case PERMANENT, MISSING -> new ConnectorFailed(Kind.PERMANENT, reason);
        };
    }

    private static @Nullable String until(ErrorRule rule, Answered answered) {
        if (rule.until().isEmpty()) {
            return answered.http().header("retry-after");
        }
        try {
            JsonNode until = rule.until().get().of(answered.json(), answered.variables());
            return until.isNull() ? null : until.asText();
        } catch (JsltFailed otherShape) {
            return null;
        }
    }
}
