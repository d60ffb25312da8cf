package com.wecomesb.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.change.RecordHints;
import com.wecomesb.connector.change.RecordReference;
import com.wecomesb.connector.webhook.WebhookReceiver.Read;
import com.wecomesb.connector.webhook.WebhookRefused.Reason;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The webhook address {@code /webhook/SYSTEM}. What is posted is a hint and no more: the records that it names are fetched
 * later. Success is answered when that can no longer be lost.
 */
final class WebhookServlet extends HttpServlet {

    static final String PATH = "/webhook/";

    private final transient WebhookReceivers receivers;
    private final transient WebhookRequestReader reader;
    private final transient RecordHints hints;
    private final transient DeliveryLog deliveries;
    private final transient WebhookJournal journal;
    private final transient Duration answerWithin;
    private final transient Clock clock;

    WebhookServlet(
            WebhookReceivers receivers,
            WebhookDoorSettings settings,
            RecordHints hints,
            DeliveryLog deliveries,
            WebhookJournal journal,
            Clock clock) {
        this.receivers = receivers;
        this.reader = new WebhookRequestReader(settings);
        this.hints = hints;
        this.deliveries = deliveries;
        this.journal = journal;
        this.answerWithin = settings.answerWithin();
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String system =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        try {
            WebhookReceiver receiver =
                    receivers.of(system).orElseThrow(() -> new WebhookRefused(Reason.UNKNOWN_SYSTEM));
            if (!request.getMethod().equals("POST")) {
                throw new WebhookRefused(Reason.METHOD);
            }
            IncomingWebhook webhook = reader.read(request);
            receiver.verify(webhook, clock.instant());
            take(system, receiver, receiver.read(webhook), request, response);
        } catch (WebhookRefused refused) {
            refuse(system, refused, response);
        }
    }

    private void take(
            String system,
            WebhookReceiver receiver,
            Read read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String delivery = read.delivery();
        if (delivery != null && deliveries.knows(system, delivery)) {
            journal.repeated(system);
            accept(receiver.answer(), response);
            return;
        }
        List<RecordReference> followed = receiver.followed(read);
        if (followed.isEmpty() && !read.records().isEmpty()) {
            journal.notFollowed(system);
            accept(receiver.answer(), response);
            return;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        CompletableFuture<Void> stored =
                CompletableFuture.allOf(followed.stream().map(hints::say).toArray(CompletableFuture[]::new));
        var unused = stored.copy()
                .orTimeout(answerWithin.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> finish(system, receiver, delivery, context, failure));
    }

    private void finish(
            String system,
            WebhookReceiver receiver,
            @Nullable String delivery,
            AsyncContext context,
            @Nullable Throwable failure) {
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        try {
            if (failure != null) {
                refuse(system, new WebhookRefused(Reason.NOT_STORED), response);
                return;
            }
            if (delivery != null) {
                deliveries.taken(system, delivery);
            }
            journal.accepted(system);
            accept(receiver.answer(), response);
        } catch (IOException senderGone) {
            // It will come again, and be recognised by its delivery id.
        } finally {
            context.complete();
        }
    }

    private void refuse(String system, WebhookRefused refused, HttpServletResponse response) throws IOException {
        journal.refused(system, refused);
        response.setStatus(refused.reason().status());
        if (refused.reason() == Reason.NOT_STORED) {
            response.setHeader("Retry-After", "10");
        }
        write("{\"error\":\"" + refused.reason().word() + "\"}", response);
    }

    private static void accept(@Nullable JsonNode answer, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        if (answer != null) {
            write(answer.toString(), response);
        } else {
            response.setContentLength(0);
        }
    }

    private static void write(String json, HttpServletResponse response) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
