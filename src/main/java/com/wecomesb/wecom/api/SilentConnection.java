package com.wecomesb.wecom.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that never logs what goes over it: WeCom takes tokens and secrets in the URL, and HttpClient's
 * own connection writes every request line to its wire log once somebody turns DEBUG on.
 */
final class SilentConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private volatile boolean closed;
    private Timeout timeout = Timeout.DISABLED;

    SilentConnection() {
        super(Http1Config.DEFAULT);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        refuseWhenClosed(socket);
        super.bind(socket);
        timeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket tls, Socket plain) throws IOException {
        refuseWhenClosed(tls);
        super.bind(tls, plain);
        timeout = Timeout.ofMilliseconds(tls.getSoTimeout());
    }

    /** A call may be cancelled while its connection is still being made. */
    private void refuseWhenClosed(Socket socket) throws IOException {
        if (closed) {
            socket.close();
            throw new InterruptedIOException("Cancelled while connecting");
        }
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void setSocketTimeout(Timeout changed) {
        super.setSocketTimeout(changed);
        timeout = changed;
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(timeout);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }
}
