package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.callback.Callback;
import com.wecomesb.sandbox.callback.CallbackSender;
import com.wecomesb.sandbox.callback.UrlVerification;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.wecom.Members;
import com.wecomesb.sandbox.wecom.Phone;
import com.wecomesb.sandbox.wecom.WecomApp;
import com.wecomesb.sandbox.wecom.WecomApps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The members' clients and WeCom's admin console. {@code app} may always be given, else it is the first one.
 *
 * <ul>
 *   <li>{@code POST /members/{userid}/messages} {@code {"type"? (text), "text"?, "repeat"?}} → 202 {@code {"msgid"}}
 *   <li>{@code POST /members/{userid}/events} {@code {"event", "eventKey"?, "repeat"?}} → 202 {@code {"id"}}
 *   <li>{@code GET /members/{userid}} → {@link Screen}
 *   <li>{@code POST /callbacks} {@code {"xml", "repeat"?}} → 202 {@code {"id"}}: any plaintext, sealed and sent
 *   <li>{@code POST /verify} → {@link UrlVerification.Verdict}
 * </ul>
 */
@Simulated
class MemberControl implements SandboxRoutes {

    private static final String MEMBER = ControlGate.ROOT + "/members/{userid}";
    private static final Pattern USERID = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

    private final ControlGate gate;
    private final WecomApps apps;
    private final Members members;
    private final MemberActs acts;
    private final CallbackSender sender;
    private final UrlVerification verification;
    private final Ids ids;
    private final Documents documents;

    MemberControl(
            ControlGate gate,
            WecomApps apps,
            Members members,
            MemberActs acts,
            CallbackSender sender,
            UrlVerification verification,
            Ids ids,
            Documents documents) {
        this.gate = gate;
        this.apps = apps;
        this.members = members;
        this.acts = acts;
        this.sender = sender;
        this.verification = verification;
        this.ids = ids;
        this.documents = documents;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .POST(MEMBER + "/messages", this::write)
                        .POST(MEMBER + "/events", this::event)
                        .GET(MEMBER, this::show)
                        .POST(ControlGate.ROOT + "/callbacks", this::callback)
                        .POST(ControlGate.ROOT + "/verify", this::verify))
                .build();
    }

    private ServerResponse write(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        return accepted("msgid", acts.write(app(body), userid(request), body, repeat(body)));
    }

    private ServerResponse event(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        String event = body.path("event").asText("");
        if (event.isEmpty()) {
            throw new BadRequest("\"event\" is missing");
        }
        String key = body.path("eventKey").asText("");
        return accepted("id", acts.event(app(body), userid(request), event, key, repeat(body)));
    }

    private ServerResponse show(ServerRequest request) {
        Members.Member member = members.find(userid(request));
        if (member == null) {
            return Documents.error(HttpStatus.NOT_FOUND, "not_found");
        }
        return Documents.ok(
                new Screen(member.userid(), member.name(), member.phone().bubbles()));
    }

    /** What a member sees in the app. */
    record Screen(String userid, String name, List<Phone.Bubble> messages) {}

    private ServerResponse callback(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        String xml = body.path("xml").asText("");
        if (xml.isEmpty()) {
            throw new BadRequest("\"xml\" is missing");
        }
        String id = ids.text("callback");
        sender.send(new Callback(app(body), xml, true, id, null, repeat(body)));
        return accepted("id", id);
    }

    private ServerResponse verify(ServerRequest request) throws IOException {
        return Documents.ok(verification.verify(app(documents.read(request))));
    }

    private WecomApp app(JsonNode body) {
        String name = body.path("app").asText("");
        return name.isEmpty()
                ? apps.first()
                : apps.named(name).orElseThrow(() -> new BadRequest("there is no such app"));
    }

    private static String userid(ServerRequest request) {
        String userid = request.pathVariable("userid");
        if (!USERID.matcher(userid).matches()) {
            throw new BadRequest("a userid has 1 to 64 letters, digits, _, -, @ and .");
        }
        return userid;
    }

    private static int repeat(JsonNode body) {
        return Math.max(1, body.path("repeat").asInt(1));
    }

    private static ServerResponse accepted(String name, String id) {
        return Documents.answer(HttpStatus.ACCEPTED, Map.of(name, id));
    }
}
