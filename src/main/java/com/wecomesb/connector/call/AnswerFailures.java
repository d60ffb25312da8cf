package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.description.ConnectorDescription.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a status other than 2xx means. Of what the answer says about fields only their names are kept. */
final class AnswerFailures {

    private static final List<String> NAMING =
            List.of("field", "property", "param", "attribute", "path", "pointer", "name");
    private static final Pattern FIELD = Pattern.compile("[/A-Za-z_][\\w./\\[\\]-]{0,60}");
    private static final int MOST_FIELDS = 8;

    private AnswerFailures() {}

    static ConnectorFailed ofStatus(Answered answered, Limits limits, Instant now) {
        int status = answered.http().status();
        String fields = status == 400 || status == 422 ? fields(answered.json()) : "";
        return Failures.ofStatus(status, wait(answered, limits), "系统回答", fields, now);
    }

    private static @Nullable String wait(Answered answered, Limits limits) {
        String wait = answered.http().header(limits.retryAfter());
        return wait != null || limits.reset().isEmpty() ? wait : answered.http().header(limits.reset());
    }

    /** The fields that {@code errors} names, as a map of them or as a list of objects that have one each. */
    static String fields(JsonNode answer) {
        Set<String> fields = new TreeSet<>();
        for (String place : List.of("errors", "error", "details", "fields")) {
            JsonNode errors = answer.path(place);
            if (errors.isObject()) {
                errors.fieldNames().forEachRemaining(fields::add);
            }
            errors.forEach(error -> NAMING.stream()
                    .map(error::path)
                    .filter(JsonNode::isTextual)
                    .findFirst()
                    .ifPresent(name -> fields.add(name.textValue())));
        }
        fields.removeIf(name -> !FIELD.matcher(name).matches());
        return fields.isEmpty()
                ? ""
                : ",字段:" + String.join("、", fields.stream().limit(MOST_FIELDS).toList());
    }
}
