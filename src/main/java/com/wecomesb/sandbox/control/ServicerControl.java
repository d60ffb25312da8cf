package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.kf.ServicerActs;
import com.wecomesb.sandbox.kf.Servicers;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The servicers in the WeCom client; 409 for what the client would not let them do. {@code account} may always be given.
 *
 * <ul>
 *   <li>{@code POST /servicers/{userid}/take} {@code {"customer"}} → 202: out of the pool
 *   <li>{@code POST /servicers/{userid}/messages} {@code {"customer", "text"}} → 202 {@code {"msgid"}}
 *   <li>{@code POST /servicers/{userid}/transfer} {@code {"customer", "to"}} → 202
 *   <li>{@code POST /servicers/{userid}/end} {@code {"customer"}} → 202
 *   <li>{@code PUT /servicers/{userid}} {@code {"serving"}} → 202
 * </ul>
 */
@Simulated
class ServicerControl implements SandboxRoutes {

    private static final String SERVICER = ControlGate.ROOT + "/servicers/{userid}";

    private final ControlGate gate;
    private final AddressedCustomers addressed;
    private final Servicers servicers;
    private final ServicerActs acts;
    private final Documents documents;

    ServicerControl(
            ControlGate gate,
            AddressedCustomers addressed,
            Servicers servicers,
            ServicerActs acts,
            Documents documents) {
        this.gate = gate;
        this.addressed = addressed;
        this.servicers = servicers;
        this.acts = acts;
        this.documents = documents;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .POST(SERVICER + "/take", this::take)
                        .POST(SERVICER + "/messages", this::write)
                        .POST(SERVICER + "/transfer", this::transfer)
                        .POST(SERVICER + "/end", this::end)
                        .PUT(SERVICER, this::serve))
                .build();
    }

    private ServerResponse take(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        return done(acts.take(addressed.account(body), addressed.customer(body), servicer(request)));
    }

    private ServerResponse write(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        String text = body.path("text").asText("");
        if (text.isEmpty()) {
            throw new BadRequest("\"text\" is missing");
        }
        String msgid = acts.write(addressed.account(body), addressed.customer(body), servicer(request), text);
        return msgid == null ? done(false) : Documents.answer(HttpStatus.ACCEPTED, Map.of("msgid", msgid));
    }

    private ServerResponse transfer(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        String to = known(body.path("to").asText(""));
        return done(acts.transfer(addressed.account(body), addressed.customer(body), to));
    }

    private ServerResponse end(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        servicer(request);
        return done(acts.end(addressed.account(body), addressed.customer(body)));
    }

    private ServerResponse serve(ServerRequest request) throws IOException {
        acts.setServing(
                servicer(request), documents.read(request).path("serving").asBoolean(true));
        return done(true);
    }

    private String servicer(ServerRequest request) {
        return known(request.pathVariable("userid"));
    }

    private String known(String userid) {
        if (!servicers.contains(userid)) {
            throw new BadRequest("there is no such servicer");
        }
        return userid;
    }

    private static ServerResponse done(boolean done) {
        return done
                ? Documents.answer(HttpStatus.ACCEPTED, Documents.object())
                : Documents.error(HttpStatus.CONFLICT, "the session does not allow it");
    }
}
