package com.wecomesb.connector.http;

import com.wecomesb.connector.ConnectorFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Reads no answer without end into memory. */
final class AnswerLimit implements ExecChainHandler {

    private final long bytes;

    AnswerLimit(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new Limited(entity, bytes));
        }
        return response;
    }

    private static final class Limited extends HttpEntityWrapper {

        private final long bytes;

        Limited(HttpEntity entity, long bytes) {
            super(entity);
            this.bytes = bytes;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new LimitedStream(super.getContent(), bytes);
        }
    }

    private static final class LimitedStream extends FilterInputStream {

        private long left;

        LimitedStream(InputStream stream, long bytes) {
            super(stream);
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, "系统的回答太大");
            }
        }
    }
}
