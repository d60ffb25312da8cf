package com.wecomesb.connector;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Puts the credentials into each request, and repeats a request once whose token was refused: 401 had no effect. */
final class CredentialsInterceptor implements ExecChainHandler {

    private final Scheme scheme;

    CredentialsInterceptor(Scheme scheme) {
        this.scheme = scheme;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        String used = scheme.put(request, null);
        ClassicHttpResponse response = chain.proceed(request, scope);
        boolean repeatable = request.getEntity() == null || request.getEntity().isRepeatable();
        if (response.getCode() != HttpStatus.SC_UNAUTHORIZED || used == null || !repeatable) {
            return response;
        }
        EntityUtils.consume(response.getEntity());
        ClassicHttpRequest again =
                ClassicRequestBuilder.copy(scope.originalRequest).build();
        scheme.put(again, used);
        return chain.proceed(again, scope);
    }

    /** One way to say who calls. */
    sealed interface Scheme {

        /**
         * Sets the header.
         *
         * @param refused the credential that was just refused, for another one
         * @return what can be renewed when it is refused; null for what stays the same
         */
        @Nullable
        String put(ClassicHttpRequest request, @Nullable String refused);
    }

    record Bearer(AccessTokens tokens, AccessTokens.Credentials credentials) implements Scheme {

        @Override
        public String put(ClassicHttpRequest request, @Nullable String refused) {
            String token = refused == null ? tokens.current(credentials) : tokens.renewed(credentials, refused);
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return token;
        }
    }

    record Fixed(String header, String value) implements Scheme {

        @Override
        public @Nullable String put(ClassicHttpRequest request, @Nullable String refused) {
            request.setHeader(header, value);
            return null;
        }

        @Override
        public String toString() {
            return "Fixed[" + header + "]";
        }
    }

    record None() implements Scheme {

        @Override
        public @Nullable String put(ClassicHttpRequest request, @Nullable String refused) {
            return null;
        }
    }
}
