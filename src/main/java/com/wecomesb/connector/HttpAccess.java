package com.wecomesb.connector;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How a Kamelet's HTTP steps reach their system: a bean of the Kamelet, made of its properties, named as {@code
 * httpClientConfigurer} of its endpoints. Credentials are OAuth 2.0 client credentials, an API key in a header, or a user
 * with password; they are put into each request here, so that they stand in no message header and no endpoint URI.
 */
public final class HttpAccess implements HttpClientConfigurer, CamelContextAware {

    /** In bytes: many times what a record with its history has. */
    private static final long LARGEST_ANSWER = 10_000_000;

    private @Nullable CamelContext context;
    private @Nullable String tokenUrl;
    private @Nullable String clientId;
    private @Nullable String clientSecret;
    private @Nullable String scope;
    private String apiKeyHeader = "X-Api-Key";
    private @Nullable String apiKey;
    private @Nullable String username;
    private @Nullable String password;
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration responseTimeout = Duration.ofSeconds(10);

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("credentials", new CredentialsInterceptor(scheme()));
        client.addExecInterceptorAfter("credentials", "limit", new AnswerLimit(LARGEST_ANSWER));
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

    private CredentialsInterceptor.Scheme scheme() {
        if (tokenUrl != null && clientId != null && clientSecret != null) {
            var credentials = new AccessTokens.Credentials(tokenUrl, clientId, clientSecret, scope);
            return new CredentialsInterceptor.Bearer(tokens(), credentials);
        }
        if (apiKey != null) {
            return new CredentialsInterceptor.Fixed(apiKeyHeader, apiKey);
        }
        if (username != null && password != null) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new CredentialsInterceptor.Fixed(
                    HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return new CredentialsInterceptor.None();
    }

    private AccessTokens tokens() {
        AccessTokens shared = context == null ? null : context.getRegistry().findSingleByType(AccessTokens.class);
        return shared == null ? new AccessTokens(Clock.systemUTC()) : shared;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(@Nullable CamelContext camelContext) {
        context = camelContext;
    }

    public void setTokenUrl(@Nullable String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    public void setClientId(@Nullable String clientId) {
        this.clientId = clientId;
    }

    public void setClientSecret(@Nullable String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public void setClientSecret(Verbatim clientSecret) {
        this.clientSecret = clientSecret.value();
    }

    public void setScope(@Nullable String scope) {
        this.scope = scope;
    }

    public void setApiKeyHeader(String apiKeyHeader) {
        this.apiKeyHeader = apiKeyHeader;
    }

    public void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    public void setApiKey(Verbatim apiKey) {
        this.apiKey = apiKey.value();
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public void setPassword(Verbatim password) {
        this.password = password.value();
    }

    /** {@code 3s}, {@code 500ms}. */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = DurationStyle.detectAndParse(connectTimeout);
    }

    /** {@code 10s}, {@code 500ms}. */
    public void setResponseTimeout(String responseTimeout) {
        this.responseTimeout = DurationStyle.detectAndParse(responseTimeout);
    }

    /** Without anything: all that it holds is secret or of no interest. */
    @Override
    public String toString() {
        return "HttpAccess";
    }
}
