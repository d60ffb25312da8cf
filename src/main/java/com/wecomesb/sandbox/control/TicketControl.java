package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.ticket.Tickets;
import com.wecomesb.sandbox.webhook.Webhooks;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the people at the service desk do; the bus hears of it by a webhook.
 *
 * <ul>
 *   <li>{@code POST /tickets/{id}/replies} {@code {"text", "public"?: true, "author"?}} → the comment
 *   <li>{@code PUT /tickets/{id}} {@code {"status"?, "priority"?, "assignee"?}} → the ticket
 * </ul>
 */
@Simulated
class TicketControl implements SandboxRoutes {

    private static final Set<String> FIELDS = Set.of("status", "priority", "assignee");
    private static final Set<String> STATUSES = Set.of("open", "pending", "resolved", "closed");

    private final ControlGate gate;
    private final Tickets tickets;
    private final Documents documents;
    private final Webhooks webhooks;

    TicketControl(ControlGate gate, Tickets tickets, Documents documents, Webhooks webhooks) {
        this.gate = gate;
        this.tickets = tickets;
        this.documents = documents;
        this.webhooks = webhooks;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .POST(ControlGate.ROOT + "/tickets/{id}/replies", this::reply)
                        .PUT(ControlGate.ROOT + "/tickets/{id}", this::change))
                .build();
    }

    private ServerResponse reply(ServerRequest request) throws IOException {
        ObjectNode said = documents.read(request);
        if (said.path("text").asText("").isBlank()) {
            throw new BadRequest("\"text\" must say something");
        }
        ObjectNode comment = Documents.object()
                .put("text", said.path("text").asText())
                .put("author", said.path("author").asText("客服小李"))
                .put("visibility", said.path("public").asBoolean(true) ? "public" : "internal");
        String id = request.pathVariable("id");
        return changed(id, tickets.reply(id, comment));
    }

    private ServerResponse change(ServerRequest request) throws IOException {
        ObjectNode fields = documents.read(request);
        fields.retain(FIELDS);
        if (fields.has("status") && !STATUSES.contains(fields.path("status").asText())) {
            throw new BadRequest("\"status\" must be one of " + STATUSES);
        }
        String id = request.pathVariable("id");
        return changed(id, tickets.change(id, fields));
    }

    private ServerResponse changed(String id, @Nullable ObjectNode document) {
        if (document == null) {
            return Documents.error(HttpStatus.NOT_FOUND, "not_found");
        }
        webhooks.changed(SimulatedSystem.TICKET, "ticket", id);
        return Documents.ok(document);
    }
}
