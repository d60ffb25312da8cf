package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Puts the verdict into headers and leaves the body as it is. The body is a customer's words, or facts as {@link
 * DescribedFacts} has them, as a JSON tree or a map.
 */
final class RulesProducer extends DefaultProducer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RulesEndpoint endpoint;

    RulesProducer(RulesEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        endpoint.checkName();
        super.doStart();
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Verdict verdict = endpoint.decide(facts(message));
        message.setHeader(RulesConstants.VERDICT, verdict.explanation());
        if (verdict.acting().isEmpty()) {
            message.removeHeader(RulesConstants.ACTING);
        } else {
            message.setHeader(
                    RulesConstants.ACTING, verdict.acting().get(0).rule().id());
        }
    }

    private static DescribedFacts facts(Message message) {
        Object body = message.getBody();
        if (body instanceof JsonNode node) {
            return node.isTextual() ? DescribedFacts.text(node.asText()) : DescribedFacts.of(node);
        }
        if (body instanceof Map<?, ?> map) {
            return DescribedFacts.of(JSON.valueToTree(map));
        }
        String text = message.getBody(String.class);
        return DescribedFacts.text(text == null ? "" : text);
    }
}
