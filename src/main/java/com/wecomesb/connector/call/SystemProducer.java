package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.auth.Authentication.Signed;
import com.wecomesb.connector.expression.JsltFailed;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the call and puts the answer into the body, or fails with {@link ConnectorFailed}. A call whose token was refused is
 * repeated once with another: nothing had happened.
 */
final class SystemProducer extends DefaultProducer {

    private final SystemEndpoint endpoint;
    private final RequestTemplate request;
    private final AnswerReader reader;

    SystemProducer(SystemEndpoint endpoint, RequestTemplate request, AnswerReader reader) {
        super(endpoint);
        this.endpoint = endpoint;
        this.request = request;
        this.reader = reader;
    }

    @Override
    public void process(Exchange exchange) {
        boolean afterEffect = exchange.getVariable(Failures.EFFECT_SENT) != null;
        try {
            JsonNode answer = answer(exchange);
            exchange.getMessage().setBody(answer.isNull() ? null : answer);
        } catch (ConnectorFailed failed) {
            // What was done before this step is done: the whole is not as if nothing had happened.
            throw afterEffect && failed.kind() == Kind.RETRY
                    ? new ConnectorFailed(Kind.UNKNOWN, failed.reason())
                    : failed;
        }
    }

    private JsonNode answer(Exchange exchange) {
        CalledSystem system = endpoint.system();
        exchange.setVariable("config", system.config());
        Scope scope = Scope.of(exchange);
        HttpCall call = filled(system, scope);
        Signed signed = sign(system, call, null);
        Answered answered = Answered.of(send(exchange, system, signed.call()), scope);
        if (signed.token() != null && reader.refusesCredentials(answered, system.description())) {
            Signed again = sign(system, call, signed.token());
            answered = Answered.of(send(exchange, system, again.call()), scope);
        }
        JsonNode read = read(system, answered);
        if (endpoint.isEtag()) {
            exchange.setVariable("etag", answered.http().header("etag"));
        }
        return read;
    }

    private JsonNode read(CalledSystem system, Answered answered) {
        try {
            return reader.read(answered, system.description(), system.now());
        } catch (ConnectorFailed failed) {
            throw system.heeding(failed);
        }
    }

    private HttpCall filled(CalledSystem system, Scope scope) {
        try {
            return request.fill(system.url(), scope);
        } catch (JsltFailed unfit) {
            throw new ConnectorFailed(Kind.PERMANENT, "请求的表达式用不上(变量没有设置,或类型不对):" + unfit.getMessage());
        }
    }

    private static Signed sign(CalledSystem system, HttpCall call, @Nullable String refused) {
        try {
            return system.sign(call, refused);
        } catch (IOException unreachable) {
            throw new ConnectorFailed(Kind.RETRY, "取令牌时连接失败或超时");
        }
    }

    private HttpAnswer send(Exchange exchange, CalledSystem system, HttpCall call) {
        if (endpoint.isEffect()) {
            exchange.setVariable(Failures.EFFECT_SENT, "true");
        }
        try {
            return system.send(call);
        } catch (IOException lost) {
            throw Failures.ofIo(lost, endpoint.isEffect());
        }
    }
}
