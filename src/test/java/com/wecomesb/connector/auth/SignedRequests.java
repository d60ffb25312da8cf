package com.wecomesb.connector.auth;

import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.RequestSignature.Place;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.time.MutableClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request, and ways to sign it. */
abstract class SignedRequests {

    static final HttpCall CALL =
            HttpCall.get("https://gw.example.com/router/rest").withQuery(List.of(new Parameter("num_iid", "11223344")));

    private final Tokens tokens = new Tokens(new MutableClock(Instant.parse("2016-01-01T04:00:00Z")));

    Session session(Map<String, String> settings) {
        return new Session(
                settings,
                call -> {
                    throw new IllegalStateException("no call is needed");
                },
                tokens);
    }

    static RequestSignature signature(
            SignatureAlgorithm algorithm,
            String over,
            Place place,
            SignatureEncoding encoding,
            Map<String, MomentText> with) {
        return new RequestSignature(
                new SettingsText(algorithm.word()),
                new SettingsText("{appSecret}"),
                new SettingsText(over),
                new SettingsText("{name}{value}"),
                new SettingsText(""),
                place,
                new SettingsText("sign"),
                new SettingsText(encoding.word()),
                named(with));
    }

    private static Map<SettingsText, MomentText> named(Map<String, MomentText> with) {
        Map<SettingsText, MomentText> named = new LinkedHashMap<>();
        with.forEach((name, value) -> named.put(new SettingsText(name), value));
        return named;
    }

    static MomentText text(String text) {
        return new MomentText(text);
    }
}
