package com.wecomesb.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The CRM's interface: contacts are written as a whole by their external id and read by it or by phone. */
@Simulated
class CrmRoutes implements SandboxRoutes {

    private static final int LONGEST_NAME = 64;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,22}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Contacts contacts;
    private final Documents documents;
    private final OAuthServer tokens;
    private final RecordChanges changes;

    CrmRoutes(Contacts contacts, Documents documents, OAuthServer tokens, RecordChanges changes) {
        this.changes = changes;
        this.contacts = contacts;
        this.documents = documents;
        this.tokens = tokens;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .PUT("/sandbox/crm/contacts/{externalId}", this::put)
                .GET("/sandbox/crm/contacts/{externalId}", this::get)
                .GET("/sandbox/crm/contacts", this::find)
                .GET("/sandbox/crm/changes", request -> changes.page("contact", request, contacts::find))
                .filter(tokens.required(SimulatedSystem.CRM))
                .onError(Documents.Malformed.class, (e, r) -> Documents.error(HttpStatus.BAD_REQUEST, "malformed_json"))
                .build();
    }

    private ServerResponse put(ServerRequest request) throws IOException {
        String externalId = request.pathVariable("externalId");
        ObjectNode document = documents.read(request);
        List<Violation> violations = violations(externalId, document);
        if (!violations.isEmpty()) {
            return Documents.invalid(violations);
        }
        String ifMatch = request.headers().firstHeader("If-Match");
        Contacts.Written written = contacts.put(externalId, document, version(ifMatch));
        return switch (written.outcome()) {
            case CREATED -> contact(HttpStatus.CREATED, written.contact());
            case REPLACED -> contact(HttpStatus.OK, written.contact());
            case VERSION_CONFLICT -> Documents.error(HttpStatus.PRECONDITION_FAILED, "version_conflict");
        };
    }

    /** A version that is no number is none that we have given. */
    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String version = ifMatch.replace("\"", "");
        return version.matches("[0-9]{1,15}") ? Long.parseLong(version) : -1L;
    }

    private static List<Violation> violations(String externalId, ObjectNode document) {
        List<Violation> violations = new ArrayList<>();
        String name = document.path("name").asText("");
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            violations.add(new Violation("name", "at most " + LONGEST_NAME + " characters"));
        }
        if (!document.path("externalId").asText(externalId).equals(externalId)) {
            violations.add(new Violation("externalId", "must be the one of the address"));
        }
        check(document.path("phone"), PHONE, "phone", violations);
        check(document.path("email"), EMAIL, "email", violations);
        return violations;
    }

    private static void check(JsonNode value, Pattern pattern, String field, List<Violation> violations) {
        if (!value.isMissingNode()
                && !value.isNull()
                && !pattern.matcher(value.asText()).matches()) {
            violations.add(new Violation(field, "is no " + field));
        }
    }

    private ServerResponse get(ServerRequest request) {
        ObjectNode contact = contacts.find(request.pathVariable("externalId"));
        return contact == null ? Documents.error(HttpStatus.NOT_FOUND, "not_found") : contact(HttpStatus.OK, contact);
    }

    private static ServerResponse contact(HttpStatus status, @Nullable ObjectNode contact) {
        ObjectNode body = contact == null ? Documents.object() : contact;
        return ServerResponse.status(status)
                .eTag(body.path("version").asText())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private ServerResponse find(ServerRequest request) {
        if (request.param("phone").isPresent()) {
            return items(contacts.withPhone(request.param("phone").get()));
        }
        if (request.param("externalId").isPresent()) {
            ObjectNode contact = contacts.find(request.param("externalId").get());
            return items(contact == null ? List.of() : List.of(contact));
        }
        return request.params().isEmpty()
                ? items(contacts.latest())
                : Documents.error(HttpStatus.BAD_REQUEST, "unknown_filter");
    }

    private static ServerResponse items(List<ObjectNode> items) {
        return Documents.ok(Map.of("items", items));
    }
}
