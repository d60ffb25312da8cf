package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Calls the connector of an action's system; our id of the action is what the other side finds a repeat by. */
@Component("systemCalls")
public class SystemCalls {

    private final ConnectorCalls connectors;

    SystemCalls(ConnectorCalls connectors) {
        this.connectors = connectors;
    }

    /** From a {@link Claim} to its effect. */
    public Effect call(Exchange exchange) {
        Action action = exchange.getMessage().getBody(Claim.class).action();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("conversation").put("id", action.conversationId());
        variables.put("channel", action.payload().path("channel").asText(""));
        JsonNode answer = connectors.call(
                String.valueOf(action.system()),
                action.verb(),
                action.payload(),
                new CallContext(action.id(), variables));
        String remoteId = answer.path("number").asText(answer.path("id").asText(""));
        return new Effect.Done(answer, remoteId.isEmpty() ? null : remoteId);
    }
}
