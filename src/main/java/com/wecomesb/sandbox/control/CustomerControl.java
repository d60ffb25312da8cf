package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.kf.CustomerActs;
import com.wecomesb.sandbox.kf.KfAccount;
import com.wecomesb.sandbox.kf.KfAccounts;
import com.wecomesb.sandbox.kf.KfChats;
import com.wecomesb.sandbox.kf.KfMessage;
import com.wecomesb.sandbox.wecom.MediaStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The customers' telephones.
 *
 * <ul>
 *   <li>{@code POST /customers/{id}/messages} {@code {"account"?, "name"?, "type"? (text), "text"?, "menuId"?,
 *       "content"? {…}, "repeat"? (1), "nudge"? (true)}} → 202 {@code {"msgid"}}
 *   <li>{@code POST /customers/{id}/enter} {@code {"account"?, "name"?}} → 202 {@code {"msgid"}}
 *   <li>{@code GET /chats/{id}?account=} → {@link KfChats.Chat}
 *   <li>{@code POST /history} {@code {"account"?, "customers" (n), "days"? (3), "text"?}} → 202 {@code {"messages"}}:
 *       so many customers wrote within the last days, and nobody was told
 * </ul>
 */
@Simulated
class CustomerControl implements SandboxRoutes {

    private static final Set<String> MEDIA = Set.of("image", "voice", "video", "file");
    private static final int MOST_HISTORY = 100_000;

    private final ControlGate gate;
    private final AddressedCustomers addressed;
    private final KfAccounts accounts;
    private final CustomerActs acts;
    private final KfChats chats;
    private final MediaStore media;
    private final Documents documents;

    CustomerControl(
            ControlGate gate,
            AddressedCustomers addressed,
            KfAccounts accounts,
            CustomerActs acts,
            KfChats chats,
            MediaStore media,
            Documents documents) {
        this.gate = gate;
        this.addressed = addressed;
        this.accounts = accounts;
        this.acts = acts;
        this.chats = chats;
        this.media = media;
        this.documents = documents;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .POST(ControlGate.ROOT + "/customers/{customer}/messages", this::write)
                        .POST(ControlGate.ROOT + "/customers/{customer}/enter", this::enter)
                        .GET(ControlGate.ROOT + "/chats/{customer}", this::chat)
                        .POST(ControlGate.ROOT + "/history", this::history))
                .build();
    }

    private ServerResponse write(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        int nudges = body.path("nudge").asBoolean(true)
                ? Math.max(1, body.path("repeat").asInt(1))
                : 0;
        String msgid =
                acts.write(addressed.account(body), addressed.customer(request), name(body), message(body), nudges);
        return Documents.answer(HttpStatus.ACCEPTED, Map.of("msgid", msgid));
    }

    private KfMessage message(JsonNode body) {
        String type = body.path("type").asText("text");
        if (body.path("content").isObject()) {
            return new KfMessage(type, body.path("content"));
        }
        if (MEDIA.contains(type)) {
            return KfMessage.media(type, media.storePicture());
        }
        String text = body.path("text").asText("");
        if (!type.equals("text") || text.isEmpty()) {
            throw new BadRequest("a text needs \"text\", a " + type + " its \"content\" as kf/sync_msg gives it");
        }
        String menuId = body.path("menuId").asText("");
        return menuId.isEmpty() ? KfMessage.text(text) : KfMessage.menuClick(text, menuId);
    }

    private static @Nullable String name(JsonNode body) {
        return body.path("name").asText(null);
    }

    private ServerResponse enter(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        String msgid = acts.enter(addressed.account(body), addressed.customer(request), name(body));
        return Documents.answer(HttpStatus.ACCEPTED, Map.of("msgid", msgid));
    }

    private ServerResponse chat(ServerRequest request) {
        KfAccount account = request.param("account").flatMap(accounts::find).orElseGet(accounts::first);
        return Documents.ok(chats.of(account, addressed.customer(request)));
    }

    private ServerResponse history(ServerRequest request) throws IOException {
        ObjectNode body = documents.read(request);
        KfAccount account = addressed.account(body);
        int customers = body.path("customers").asInt(0);
        if (customers < 1 || customers > MOST_HISTORY) {
            throw new BadRequest("\"customers\" must be 1 to " + MOST_HISTORY);
        }
        Duration span = Duration.ofDays(body.path("days").asInt(3));
        KfMessage message = KfMessage.text(body.path("text").asText("在吗?"));
        for (int i = 0; i < customers; i++) {
            // Strictly within the span, the oldest first.
            Duration ago = span.multipliedBy(customers - i).dividedBy(customers + 1L);
            acts.wroteBefore(account, "wmSandboxHistory" + i, "历史客户" + i, message, ago);
        }
        return Documents.answer(HttpStatus.ACCEPTED, Map.of("messages", customers));
    }
}
