package com.wecomesb.perform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.connector.CallContext;
import com.wecomesb.sync.SystemWrites;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Calls the connector of an action's system; our id of the action is what the other side finds a repeat by. */
@Component("systemCalls")
public class SystemCalls {

    private final SystemWrites systems;

    SystemCalls(SystemWrites systems) {
        this.systems = systems;
    }

    /** From a {@link Claim} to its effect. */
    public Effect call(Exchange exchange) {
        Action action = exchange.getMessage().getBody(Claim.class).action();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("conversation").put("id", action.conversationId());
        variables.put("channel", action.payload().path("channel").asText(""));
        SystemWrites.Done done = systems.call(
                String.valueOf(action.system()),
                action.verb(),
                action.payload(),
                new CallContext(action.id(), variables),
                action.contactId());
        return new Effect.Done(done.answer(), done.theirs());
    }
}
