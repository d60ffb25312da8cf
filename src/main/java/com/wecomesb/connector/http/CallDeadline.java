package com.wecomesb.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Closes the connection of a call that takes too long in all. A socket's time-out begins anew with every byte: a system that
 * gives one now and then would keep its caller, and with it a place of the worker, for days.
 */
final class CallDeadline implements ExecChainHandler {

    private static final ScheduledThreadPoolExecutor CLOCKWORK = clockwork();

    private final Duration longest;

    CallDeadline(Duration longest) {
        this.longest = longest;
    }

    private static ScheduledThreadPoolExecutor clockwork() {
        ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "esb-call-deadline");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.setRemoveOnCancelPolicy(true);
        return clockwork;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> end =
                CLOCKWORK.schedule(scope.execRuntime::discardEndpoint, longest.toMillis(), TimeUnit.MILLISECONDS);
        boolean read = false;
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(new Timed(entity, end));
                read = true;
            }
            return response;
        } finally {
            if (!read) {
                end.cancel(false);
            }
        }
    }

    private static final class Timed extends HttpEntityWrapper {

        private final Future<?> end;

        Timed(HttpEntity entity, Future<?> end) {
            super(entity);
            this.end = end;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public void close() throws IOException {
                    end.cancel(false);
                    super.close();
                }
            };
        }
    }
}
