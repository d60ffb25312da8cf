package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.expression.JsltFailed;
import com.wecomesb.connector.http.HttpCall;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Makes the call and puts the answer into the body, or fails with {@link ConnectorFailed}. */
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
        HttpCall filled = filled(system, scope);
        if (endpoint.isEffect()) {
            exchange.setVariable(Failures.EFFECT_SENT, "true");
        }
        AuthenticatedCall call = new AuthenticatedCall(system, reader, endpoint.isEffect());
        Answered answered = call.make(filled, scope);
        JsonNode read = call.read(answered);
        if (endpoint.isEtag()) {
            exchange.setVariable(
                    "etag", Objects.requireNonNullElse(answered.http().header("etag"), ""));
        }
        return read;
    }

    private HttpCall filled(CalledSystem system, Scope scope) {
        try {
            return request.fill(system.url(), scope);
        } catch (JsltFailed unfit) {
            throw new ConnectorFailed(Kind.PERMANENT, "请求的表达式用不上(变量没有设置,或类型不对):" + unfit.getMessage());
        }
    }
}
