package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import com.wecomesb.connector.description.ConnectorDescription.ErrorRule;
import com.wecomesb.connector.description.ConnectorDescription.Limits;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.JsltFailed;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of an answer what its step wants of it, or the failure that it is. A status of 2xx is a claim only: here it is looked at
 * what the answer says. No failure quotes an answer.
 */
final class AnswerReader {

    private final Set<String> missing;
    private final Optional<Jslt> success;
    private final Optional<Jslt> answer;
    private final Optional<Jslt> confirm;
    private final CarriedFiles files;
    private final boolean effect;

    AnswerReader(
            String missing,
            Optional<Jslt> success,
            Optional<Jslt> answer,
            Optional<Jslt> confirm,
            Optional<Jslt> carries,
            boolean effect) {
        this.missing = Arrays.stream(missing.split("[, ]+")).collect(Collectors.toUnmodifiableSet());
        this.success = success;
        this.answer = answer;
        this.confirm = confirm;
        this.files = new CarriedFiles(carries);
        this.effect = effect;
    }

    /** Of a look-up whose answer must fulfil this. */
    static AnswerReader of(Jslt success) {
        Optional<Jslt> none = Optional.empty();
        return new AnswerReader("", Optional.of(success), none, none, none, false);
    }

    /** Whether the system says that it does not know who calls: then nothing has happened there. */
    boolean refusesCredentials(Answered answered, CalledSystem system) {
        return answered.http().status() == 401
                || error(answered, system.description())
                        .map(ErrorRule::kind)
                        .or(() -> system.envelope().failure(answered))
                        .filter(ErrorClass.AUTH::equals)
                        .isPresent();
    }

    /** The step's new body, or {@link ConnectorFailed}. */
    JsonNode read(Answered answered, CalledSystem system) {
        if (missing.contains(String.valueOf(answered.http().status()))) {
            return taken(NullNode.getInstance(), answered);
        }
        AnswerEnvelope envelope = system.envelope();
        Optional<ErrorRule> error = error(answered, system.description());
        Optional<ErrorClass> kind = error.map(ErrorRule::kind).or(() -> envelope.failure(answered));
        if (kind.isPresent()) {
            if (kind.get() == ErrorClass.MISSING) {
                return taken(NullNode.getInstance(), answered);
            }
            throw error.map(rule -> ErrorRules.failure(rule, answered, system.now()))
                    .orElseGet(() -> ErrorRules.failure(
                            kind.get(),
                            envelope.reason(answered),
                            answered.http().header("retry-after"),
                            system.now()));
        }
        if (!answered.http().isOk()) {
            Limits limits = system.description().limits();
            throw files.blamed(AnswerFailures.ofStatus(answered, limits, system.now()), answered);
        }
        checkSuccess(answered, system);
        return taken(envelope.content(answered, unclear()), answered);
    }

    private static Optional<ErrorRule> error(Answered answered, ConnectorDescription connector) {
        return connector.errors().stream()
                .filter(rule -> holds(rule.when(), answered))
                .findFirst();
    }

    /** A rule that does not fit the shape of an answer is not about it. */
    private static boolean holds(Jslt condition, Answered answered) {
        try {
            return condition.holds(answered.json(), answered.variables());
        } catch (JsltFailed otherShape) {
            return false;
        }
    }

    private void checkSuccess(Answered answered, CalledSystem system) {
        if (!answered.readable()) {
            throw new ConnectorFailed(unsure(), "系统的回答不是 JSON(可能是网关或登录页面,或中途断了)");
        }
        if (!(effect && answered.isEmpty())) {
            system.envelope().check(answered, unclear());
        }
        Optional<Jslt> condition = success.or(system.description()::success);
        if (condition.isPresent()) {
            if (!holds(condition.get(), answered)) {
                throw new ConnectorFailed(Kind.PERMANENT, "系统的回答不满足 success:" + condition.get());
            }
            return;
        }
        boolean mayBeEmpty = effect || answered.http().status() == 204;
        if (!answered.json().isContainerNode() && !(mayBeEmpty && answered.isEmpty())) {
            throw new ConnectorFailed(unsure(), "系统的回答是空的");
        }
        if (saysSomething(answered.json().path("error"))
                || saysSomething(answered.json().path("errors"))) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统回答了 2xx,但里面是错误" + AnswerFailures.fields(answered.json()));
        }
    }

    private static boolean saysSomething(JsonNode error) {
        return switch (error.getNodeType()) {
            case BOOLEAN -> error.booleanValue();
            case NUMBER -> error.asInt() != 0;
            case STRING -> !error.textValue().isEmpty();
            case ARRAY, OBJECT -> !error.isEmpty();
            default -> false;
        };
    }

    private JsonNode taken(JsonNode json, Answered answered) {
        try {
            JsonNode taken = answer.isPresent() ? answer.get().of(json, answered.variables()) : json;
            if (effect && answer.isPresent() && taken.isNull()) {
                throw new ConnectorFailed(Kind.UNKNOWN, "系统说成功,但回答里没有 " + answer.get());
            }
            if (confirm.isPresent() && !confirm.get().holds(taken, answered.variables())) {
                throw new ConnectorFailed(Kind.PERMANENT, "系统说成功,但读回来的不是我们写的:" + confirm.get());
            }
            return taken;
        } catch (JsltFailed otherShape) {
            throw new ConnectorFailed(unclear(), "系统的回答不是表达式以为的样子:" + otherShape.getMessage());
        }
    }

    /** After an effect an answer of another shape says nothing about whether it happened; before, the settings do not fit. */
    private Kind unclear() {
        return effect ? Kind.UNKNOWN : Kind.PERMANENT;
    }

    /** After an effect a page or half an answer says nothing about whether it happened. */
    private Kind unsure() {
        return effect ? Kind.UNKNOWN : Kind.RETRY;
    }
}
