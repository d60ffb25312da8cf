package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import com.wecomesb.sandbox.callback.Deliveries;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.crm.Contacts;
import com.wecomesb.sandbox.kf.KfEntries;
import com.wecomesb.sandbox.shop.Orders;
import com.wecomesb.sandbox.ticket.Tickets;
import com.wecomesb.sandbox.webhook.Webhooks;
import com.wecomesb.sandbox.wecom.SentMessages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the simulated systems hold.
 *
 * <ul>
 *   <li>{@code GET /contacts}, {@code /orders}, {@code /tickets} → {@code {"items": […]}}, those changed last first
 *   <li>{@code PUT /orders/{orderNo}} {@code {…}} → the order: its fields are put over those that are there
 *   <li>{@code GET /ledger} → {@code {"counts": {…}, "customerMessages": [{"msgid", "account", "customer", "type",
 *       "text"}], "memberMessages": [{"msgid", "app", "userid", "type", "text"}], "callbacks": [{"id", "app",
 *       "outcome", "status", "attempts", "millis"}], "sends": [{"at", "api", "account", "to", "msgid", "type", "text",
 *       "dropped"}], "tickets": […], "contacts": […]}}, all of it, streamed
 * </ul>
 */
@Simulated
class RecordControl implements SandboxRoutes {

    private final ControlGate gate;
    private final Contacts contacts;
    private final Orders orders;
    private final Tickets tickets;
    private final Counts counts;
    private final Webhooks webhooks;
    private final Map<String, Iterable<?>> ledger = new LinkedHashMap<>();
    private final Documents documents;
    private final ObjectMapper json;

    RecordControl(
            ControlGate gate,
            Contacts contacts,
            Orders orders,
            Tickets tickets,
            Counts counts,
            KfEntries kfEntries,
            MemberActs members,
            Deliveries deliveries,
            SentMessages sent,
            Webhooks webhooks,
            Documents documents,
            ObjectMapper json) {
        this.gate = gate;
        this.contacts = contacts;
        this.orders = orders;
        this.tickets = tickets;
        this.counts = counts;
        this.webhooks = webhooks;
        this.documents = documents;
        this.json = json;
        ledger.put("customerMessages", kfEntries.written());
        ledger.put("memberMessages", members.written());
        ledger.put("callbacks", deliveries.all());
        ledger.put("sends", sent.all());
        ledger.put("tickets", tickets.all());
        ledger.put("contacts", contacts.all());
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .GET(ControlGate.ROOT + "/contacts", request -> items(contacts.latest()))
                        .GET(ControlGate.ROOT + "/orders", request -> items(orders.latest()))
                        .GET(ControlGate.ROOT + "/tickets", request -> items(tickets.latest()))
                        .PUT(ControlGate.ROOT + "/orders/{orderNo}", this::putOrder)
                        .GET(ControlGate.ROOT + "/ledger", request -> ledger()))
                .build();
    }

    private static ServerResponse items(List<ObjectNode> items) {
        return Documents.ok(Map.of("items", items));
    }

    private ServerResponse putOrder(ServerRequest request) throws IOException {
        String number = request.pathVariable("orderNo");
        if (!number.matches("[0-9]{8,20}")) {
            throw new BadRequest("an order has a number of 8 to 20 digits");
        }
        ObjectNode order = documents.read(request);
        order.put("orderNo", number);
        ObjectNode stored = orders.put(order);
        webhooks.changed(SimulatedSystem.SHOP, "order", number);
        return Documents.ok(stored);
    }

    private ServerResponse ledger() {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).build((request, response) -> {
            write(response.getOutputStream());
            return null;
        });
    }

    private void write(OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writePOJOField("counts", counts.now());
            for (Map.Entry<String, Iterable<?>> part : ledger.entrySet()) {
                generator.writeArrayFieldStart(part.getKey());
                for (Object entry : part.getValue()) {
                    generator.writePOJO(entry);
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }
}
