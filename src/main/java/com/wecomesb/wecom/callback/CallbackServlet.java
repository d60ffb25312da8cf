package com.wecomesb.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import com.wecomesb.wecom.callback.CallbackVerifier.Verified;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The callback address {@code /callback/wecom/APP}: GET verifies it, POST brings messages and events.
 *
 * <p>Success is answered only when the sink has stored the callback. If it fails or takes too long, the connection is
 * closed without an answer, so that WeCom repeats the callback.
 */
final class CallbackServlet extends HttpServlet {

    static final String PATH = "/callback/wecom/";

    private final transient CallbackVerifier verifier;
    private final transient CallbackSink sink;
    private final transient CallbackJournal journal;
    private final transient CallbackSettings settings;
    private final transient AnswerDeadlines deadlines;

    CallbackServlet(
            CallbackVerifier verifier,
            CallbackSink sink,
            CallbackJournal journal,
            CallbackSettings settings,
            AnswerDeadlines deadlines) {
        this.verifier = verifier;
        this.sink = sink;
        this.journal = journal;
        this.settings = settings;
        this.deadlines = deadlines;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return; // no answer is to be given: the valve closes the connection
        }
        String app = appOf(request);
        try {
            switch (request.getMethod()) {
                case "GET" -> echo(app, request, response);
                case "POST" -> take(app, request);
                default -> throw CallbackRejected.because(Reason.METHOD);
            }
        } catch (CallbackRejected rejected) {
            journal.rejected(app, rejected);
            response.setStatus(rejected.reason().status());
            write(response, rejected.reason().word());
        } catch (RuntimeException unexpected) {
            WithheldAnswerValve.withhold(request);
            journal.unanswered(app, unexpected.getClass().getSimpleName());
        }
    }

    private void echo(String app, HttpServletRequest request, HttpServletResponse response)
            throws CallbackRejected, IOException {
        Verified verified = verifier.echo(app, request.getQueryString());
        journal.accepted(verified);
        write(response, verified.callback().xml());
    }

    private void take(String app, HttpServletRequest request) throws CallbackRejected {
        String body = CallbackBody.read(request, (int) settings.maxBody().toBytes());
        Verified verified = verifier.message(app, request.getQueryString(), body);
        journal.accepted(verified);
        PendingAnswer answer =
                new PendingAnswer(request, deadlines, journal::acknowledged, cause -> journal.unanswered(app, cause));
        try {
            sink.accept(verified.callback(), answer::settle);
        } catch (RuntimeException failure) {
            answer.settle(failure);
        }
    }

    private static String appOf(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
