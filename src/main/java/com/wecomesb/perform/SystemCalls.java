package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.conversation.ConversationTickets;
import com.wecomesb.sync.SystemWrites;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Calls the connector of an action's system; our id of the action is what the other side finds a repeat by. */
@Component("systemCalls")
public class SystemCalls {

    /** In the payload of an action on a ticket that another action is to open first: that action's id. */
    private static final String TICKET_OF = "ticketOf";

    private final SystemWrites systems;
    private final ConversationTickets tickets;
    private final Attachments attachments;

    SystemCalls(SystemWrites systems, ConversationTickets tickets, Attachments attachments) {
        this.systems = systems;
        this.tickets = tickets;
        this.attachments = attachments;
    }

    /** From a {@link Claim} to its effect. */
    public Effect call(Exchange exchange) {
        Action action = exchange.getMessage().getBody(Claim.class).action();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        variables.putObject("conversation").put("id", action.conversationId());
        variables.put("channel", action.payload().path("channel").asText(""));
        String system = String.valueOf(action.system());
        CallContext context = new CallContext(action.id(), variables);
        SystemWrites.Done done = attachments.send(
                system,
                action.verb(),
                document(action),
                document -> systems.call(system, action.verb(), document, context, action.contactId()));
        if (action.verb().equals("ticket-create")) {
            opened(action, done.answer());
        }
        return new Effect.Done(done.answer(), done.theirs());
    }

    /** The ticket that was being opened when this was decided has its id by now: it comes first in the same lane. */
    private JsonNode document(Action action) {
        String opener = action.payload().path(TICKET_OF).asText("");
        if (opener.isEmpty()) {
            return action.payload();
        }
        String id = tickets.openedBy(opener)
                .orElseThrow(() -> new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, "它要写进的工单没有建成"));
        ObjectNode document = action.payload().deepCopy();
        document.remove(TICKET_OF);
        return document.put(action.verb().equals("ticket-comment") ? "ticketId" : "id", id);
    }

    /** So that what happens to the ticket later finds its way back. */
    private void opened(Action action, JsonNode answer) {
        String id = answer.path("id").asText("");
        if (!id.isEmpty() && action.conversationId() != null) {
            tickets.opened(
                    new ConversationTickets.OpenTicket(
                            String.valueOf(action.system()),
                            id,
                            answer.path("number").asText(id),
                            answer.path("status").asText("new"),
                            action.id()),
                    action.conversationId(),
                    action.contactId());
        }
    }
}
