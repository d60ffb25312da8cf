package com.wecomesb.api.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends requests whose body comes too slowly, before anybody knows who sends it: each holds one of the server's threads, and
 * a few hundred of them would keep out WeCom, webhooks and the health check. What is not read of a body is not waited for.
 */
final class BodyPace extends ValveBase {

    /** Beyond the grace a body is to come with 50 KB a second. */
    private static final long NANOS_PER_BYTE = 20_000;

    private final Duration grace;

    BodyPace(Duration grace) {
        super(true);
        this.grace = grace;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        if (coyote.getContentLengthLong() <= 0 && coyote.getHeader("Transfer-Encoding") == null) {
            getNext().invoke(request, response);
            return;
        }
        InputBuffer socket = coyote.getInputBuffer();
        coyote.setInputBuffer(new Paced(socket, grace.toNanos()));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(socket);
            AtomicBoolean whole = new AtomicBoolean();
            coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
            if (!whole.get() && !request.isAsync()) {
                response.finishResponse();
                coyote.action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static final class Paced implements InputBuffer {

        private final InputBuffer socket;
        private final long grace;
        private final long began = System.nanoTime();
        private long bytes;

        Paced(InputBuffer socket, long grace) {
            this.socket = socket;
            this.grace = grace;
        }

        @Override
        public int doRead(ApplicationBufferHandler into) throws IOException {
            int read = socket.doRead(into);
            bytes += Math.max(0, read);
            if (System.nanoTime() - began > grace + bytes * NANOS_PER_BYTE) {
                throw new SocketTimeoutException("the body comes too slowly");
            }
            return read;
        }

        @Override
        public int available() {
            return socket.available();
        }
    }
}
