package com.wecomesb.connector.http;

import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.convert.DurationStyle;

/**
 * A client of camel-http that sends what it is told, once: no repeats, redirects, cookies or credentials of its own, and no
 * answer without end, neither in bytes nor in time. A bean of routes too, named as {@code httpClientConfigurer} of their endpoints.
 */
public final class PlainClient implements HttpClientConfigurer {

    /** In bytes: many times what a record with its history has. */
    private static final long LARGEST_ANSWER = 10_000_000;

    /** So many response time-outs may a call take in all, whatever comes byte by byte meanwhile. */
    private static final int LONGEST_CALL = 3;

    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration responseTimeout = Duration.ofSeconds(10);

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("limit", new AnswerLimit(LARGEST_ANSWER));
        client.addExecInterceptorFirst("deadline", new CallDeadline(responseTimeout.multipliedBy(LONGEST_CALL)));
        // A repeat that nobody sees would do an effect twice and wait inside a lane: the worker repeats, nobody else.
        client.disableAutomaticRetries();
        client.disableRedirectHandling();
        client.disableCookieManagement();
        client.disableAuthCaching();
        client.setDefaultRequestConfig(requestConfig());
    }

    @SuppressWarnings("deprecation") // the pool, where a connect time-out belongs by now, is Camel's
    private RequestConfig requestConfig() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setResponseTimeout(Timeout.of(responseTimeout))
                .build();
    }

    /** {@code 3s}, {@code 500ms}. */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = DurationStyle.detectAndParse(connectTimeout);
    }

    /** {@code 10s}, {@code 500ms}. */
    public void setResponseTimeout(String responseTimeout) {
        this.responseTimeout = DurationStyle.detectAndParse(responseTimeout);
    }
}
