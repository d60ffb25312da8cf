package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.connector.description.Envelope;
import com.wecomesb.connector.expression.FieldPath;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The {@link Envelope} of one system, its settings read. */
record AnswerEnvelope(
        FieldPath data, FieldPath code, Set<String> ok, FieldPath message, Map<ErrorClass, Set<String>> codes) {

    static AnswerEnvelope of(Envelope envelope, Map<String, String> settings) {
        Map<ErrorClass, Set<String>> codes = new EnumMap<>(ErrorClass.class);
        envelope.codes().forEach((kind, text) -> codes.put(kind, words(text, settings)));
        return new AnswerEnvelope(
                new FieldPath(envelope.data().fill(settings)),
                new FieldPath(envelope.code().fill(settings)),
                words(envelope.ok(), settings),
                new FieldPath(envelope.message().fill(settings)),
                codes);
    }

    private static Set<String> words(SettingsText text, Map<String, String> settings) {
        return Arrays.stream(text.fill(settings).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The class of the answer's code, where the settings say one. */
    Optional<ErrorClass> failure(Answered answered) {
        String said = code(answered);
        return said.isEmpty()
                ? Optional.empty()
                : codes.entrySet().stream()
                        .filter(kind -> kind.getValue().contains(said))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Throws {@link ConnectorFailed} unless the answer's code is one of those that say that all went well. */
    void check(Answered answered, Kind unclear) {
        if (code.isEmpty()) {
            return;
        }
        String said = code(answered);
        if (said.isEmpty()) {
            throw new ConnectorFailed(unclear, "系统的回答里没有 " + code.text());
        }
        if (!ok.contains(said)) {
            throw new ConnectorFailed(Kind.PERMANENT, reason(answered));
        }
    }

    /** What was asked for. Where a code said that all is well it may be left out, which means that there is nothing. */
    JsonNode content(Answered answered, Kind unclear) {
        if (data.isEmpty() || answered.isEmpty()) {
            return answered.json();
        }
        JsonNode content = data.of(answered.json());
        if (content.isMissingNode() && code.isEmpty()) {
            throw new ConnectorFailed(unclear, "系统的回答里没有 " + data.text());
        }
        return content.isMissingNode() ? NullNode.getInstance() : content;
    }

    /** With the code, and with the system's own words only where the settings ask for them. */
    String reason(Answered answered) {
        String words = message.isEmpty()
                ? ""
                : new SaidWords(message.of(answered.json()).asText("")).without(answered.variables());
        return "系统回答错误码 " + code(answered) + (words.isEmpty() ? "" : ":" + words);
    }

    /** Empty where there is none that could be one. */
    private String code(Answered answered) {
        String said = code.isEmpty() ? "" : code.of(answered.json()).asText("");
        return said.matches("[\\w.-]{1,40}") ? said : "";
    }
}
