package com.wecomesb.understanding.external;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.Timeout;

/**
 * How the endpoint is reached: its key stands in no message header and no URI, nothing is repeated or followed, and an
 * answer without end is not read to its end.
 */
final class EndpointAccess implements HttpClientConfigurer {

    private static final int LARGEST_ANSWER = 64 * 1024;

    private final String key;
    private final Duration timeout;

    EndpointAccess(String key, Duration timeout) {
        this.key = key;
        this.timeout = timeout;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("access", this::call);
        client.disableAutomaticRetries();
        client.disableRedirectHandling();
        client.disableCookieManagement();
        client.disableAuthCaching();
        client.setDefaultRequestConfig(requestConfig());
    }

    @SuppressWarnings("deprecation") // the pool, where a connect time-out belongs by now, is Camel's
    private RequestConfig requestConfig() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setConnectTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .build();
    }

    private ClassicHttpResponse call(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!key.isEmpty()) {
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new HttpEntityWrapper(entity) {
                @Override
                public InputStream getContent() throws IOException {
                    return new Bounded(super.getContent(), deadline);
                }
            });
        }
        return response;
    }

    /** A body in bytes and in time: one that comes drop by drop keeps no thread. */
    private static final class Bounded extends FilterInputStream {

        private final long deadline;
        private int left = LARGEST_ANSWER;

        Bounded(InputStream body, long deadline) {
            super(body);
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            check(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            check(Math.max(0, read));
            return read;
        }

        private void check(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the answer is too long");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the answer takes too long");
            }
        }
    }
}
