package com.wecomesb.wecom.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to WeCom: pooled, without redirects and without repetitions of its own, with bounded answers. It tells a request
 * that was never sent from one whose answer is missing, and logs nothing of either.
 */
final class WecomHttp implements AutoCloseable {

    /** One HTTP answer, whatever its status. */
    record Answer(int status, byte[] body) {}

    /** What is posted. */
    record Content(byte[] bytes, String type) {}

    private static final String QUERY = "wecom.query";
    private static final String SENT = "wecom.sent";
    private static final TimeValue CHECK_CONNECTION_AFTER = TimeValue.ofSeconds(1);

    private final URI root;
    private final long answerLimit;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    /** @param root what comes before {@code /cgi-bin/} */
    WecomHttp(URI root, HttpSettings settings) {
        this.root = root;
        this.answerLimit = settings.answerLimit().toBytes();
        this.client = HttpClients.custom()
                .setConnectionManager(connections(settings))
                .evictIdleConnections(TimeValue.of(settings.idle()))
                .addRequestInterceptorLast((request, entity, context) -> addQuery(request, context))
                .setUserAgent("wecom-esb")
                .useSystemProperties()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "wecom-call-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    /**
     * Sends one request.
     *
     * @param query with the token and other secrets; joins the path only after HttpClient has logged it
     * @param content the body of a POST; without it the request is a GET
     */
    Answer send(String path, String query, @Nullable Content content, Deadline deadline)
            throws RequestNotSent, AnswerMissing, AnswerTooLarge {
        URI uri = URI.create(root.toString().replaceFirst("/+$", "") + "/cgi-bin/" + path);
        HttpUriRequestBase request = content == null ? new HttpGet(uri) : new HttpPost(uri);
        if (content != null) {
            request.setEntity(new ByteArrayEntity(content.bytes(), ContentType.parse(content.type())));
        }
        Timeout left = Timeout.of(deadline.left());
        if (left.toMilliseconds() == 0) {
            // For HttpClient, none left would mean no limit.
            throw new RequestNotSent(new InterruptedIOException());
        }
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(left)
                .setResponseTimeout(left)
                .build());
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(QUERY, query);
        ScheduledFuture<?> end = deadlines.schedule(request::cancel, left.toMilliseconds(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, context, this::read);
        } catch (AnswerTooLarge failure) {
            throw failure;
        } catch (IOException failure) {
            if (context.getAttribute(SENT) == null) {
                throw new RequestNotSent(failure);
            }
            throw new AnswerMissing(failure);
        } finally {
            end.cancel(false);
        }
    }

    private static HttpClientConnectionManager connections(HttpSettings settings) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setConnectionFactory(socket -> new SilentConnection())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(CHECK_CONNECTION_AFTER)
                        .build())
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .build();
    }

    /** Runs when the connection stands and the request is about to be written. */
    private static void addQuery(HttpRequest request, HttpContext context) {
        Object query = context.getAttribute(QUERY);
        if (query != null && !query.toString().isEmpty()) {
            request.setPath(request.getPath() + "?" + query);
        }
        context.setAttribute(SENT, true);
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(response.getCode(), new byte[0]);
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, answerLimit + 1));
            if (body.length > answerLimit) {
                throw new AnswerTooLarge(answerLimit);
            }
            return new Answer(response.getCode(), body);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }
}
