package com.wecomesb.sandbox.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Documents.Violation;
import com.wecomesb.sandbox.OAuthServer;
import com.wecomesb.sandbox.RecordChanges;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The ticket system's interface: tickets and comments, each made once for each {@code Idempotency-Key}. */
@Simulated
class TicketRoutes implements SandboxRoutes {

    private static final int LONGEST_SUBJECT = 200;
    private static final Set<String> PRIORITIES = Set.of("low", "normal", "high", "urgent");

    private final Tickets tickets;
    private final Documents documents;
    private final OAuthServer tokens;
    private final RecordChanges changes;

    TicketRoutes(Tickets tickets, Documents documents, OAuthServer tokens, RecordChanges changes) {
        this.changes = changes;
        this.tickets = tickets;
        this.documents = documents;
        this.tokens = tokens;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/sandbox/ticket/tickets", this::find)
                .POST("/sandbox/ticket/tickets", this::open)
                .GET("/sandbox/ticket/changes", request -> changes.page("ticket", request, tickets::find))
                .GET("/sandbox/ticket/tickets/{id}", this::get)
                .POST("/sandbox/ticket/tickets/{id}/comments", this::comment)
                .filter(tokens.required(SimulatedSystem.TICKET))
                .onError(Documents.Malformed.class, (e, r) -> Documents.error(HttpStatus.BAD_REQUEST, "malformed_json"))
                .build();
    }

    private ServerResponse open(ServerRequest request) throws IOException {
        ObjectNode document = documents.read(request);
        List<Violation> violations = violations(document);
        return violations.isEmpty()
                ? made(tickets.open(document, request.headers().firstHeader("Idempotency-Key")))
                : Documents.invalid(violations);
    }

    private static List<Violation> violations(ObjectNode document) {
        List<Violation> violations = new ArrayList<>();
        String subject = document.path("subject").asText("");
        if (subject.isBlank() || subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
            violations.add(new Violation("subject", "1 to " + LONGEST_SUBJECT + " characters"));
        }
        if (document.hasNonNull("priority")
                && !PRIORITIES.contains(document.path("priority").asText())) {
            violations.add(new Violation("priority", "low, normal, high or urgent"));
        }
        return violations;
    }

    private ServerResponse comment(ServerRequest request) throws IOException {
        ObjectNode document = documents.read(request);
        String text = document.path("text").asText(document.path("body").asText(""));
        if (text.isBlank()) {
            return Documents.invalid(List.of(new Violation("text", "must say something")));
        }
        Tickets.Made made = tickets.comment(
                request.pathVariable("id"), document, request.headers().firstHeader("Idempotency-Key"));
        return made == null ? missing() : made(made);
    }

    private static ServerResponse made(Tickets.Made made) {
        return Documents.answer(made.now() ? HttpStatus.CREATED : HttpStatus.OK, made.document());
    }

    private ServerResponse get(ServerRequest request) {
        ObjectNode ticket = tickets.find(request.pathVariable("id"));
        return ticket == null ? missing() : Documents.ok(ticket);
    }

    private static ServerResponse missing() {
        return Documents.error(HttpStatus.NOT_FOUND, "not_found");
    }

    private ServerResponse find(ServerRequest request) {
        Optional<String> externalId = request.param("externalId");
        if (externalId.isPresent()) {
            return items(tickets.withExternalId(externalId.get()));
        }
        return request.params().isEmpty()
                ? items(tickets.latest())
                : Documents.error(HttpStatus.BAD_REQUEST, "unknown_filter");
    }

    private static ServerResponse items(List<ObjectNode> items) {
        return Documents.ok(Map.of("items", items));
    }
}
