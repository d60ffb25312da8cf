package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.Authentication.Signed;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.http.CamelHttpSender;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.PlainClient;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** A configured system with the description of its connector: what its calls have in common. Thread-safe. */
final class CalledSystem {

    /** As many as one system may have calls in flight unless its description says otherwise. */
    private static final int CONNECTIONS = 64;

    private final ConnectedSystem system;
    private final ConnectorDescription description;
    private final SettingValues settings;
    private final AnswerEnvelope envelope;
    private final Optional<Authentication> authentication;
    private final Session session;
    private final Pace pace;
    private final SystemTraffic traffic;

    private CalledSystem(
            ConnectedSystem system,
            ConnectorDescription description,
            SettingValues settings,
            CamelHttpSender sender,
            SystemTraffic traffic) {
        this.system = system;
        this.description = description;
        this.settings = settings;
        this.envelope = AnswerEnvelope.of(description.envelope(), settings.all());
        this.authentication = description.auth().stream()
                .filter(way -> settings.all().keySet().containsAll(way.needs()))
                .findFirst();
        this.session = new Session(settings.all(), sender, traffic.tokens());
        this.pace = traffic.pace(system.name(), description.limits());
        this.traffic = traffic;
    }

    /** Throws {@link ConnectorFailed} when a setting is missing or cannot be used. */
    static CalledSystem open(
            ConnectedSystem system, ConnectorDescription description, CamelContext context, SystemTraffic traffic) {
        SettingValues settings = SettingValues.of(system, description);
        if (!settings.get("url").matches("https?://[^?#]+")) {
            throw new ConnectorFailed(
                    Kind.PERMANENT, "esb.systems." + system.name() + ".url 要以 http:// 或 https:// 开头,不带 ? 和 #");
        }
        int concurrent = description.limits().concurrent();
        int connections = concurrent == 0 ? CONNECTIONS : concurrent;
        CamelHttpSender sender =
                CamelHttpSender.open(context, settings.get("url"), client(system, settings), connections);
        return new CalledSystem(system, description, settings, sender, traffic);
    }

    private static PlainClient client(ConnectedSystem system, SettingValues settings) {
        try {
            PlainClient client = new PlainClient();
            client.setConnectTimeout(settings.get("connectTimeout"));
            client.setResponseTimeout(settings.get("responseTimeout"));
            return client;
        } catch (IllegalArgumentException noDuration) {
            throw new ConnectorFailed(
                    Kind.PERMANENT,
                    "esb.systems." + system.name() + " 的 connect-timeout、response-timeout 要写成 3s、500ms 这样");
        }
    }

    /** Whether this was made of what is in force now. */
    @SuppressWarnings("ReferenceEquality") // a description is read anew as a whole
    boolean isOf(ConnectedSystem current, ConnectorDescription inForce) {
        return system.equals(current) && description == inForce;
    }

    ConnectorDescription description() {
        return description;
    }

    AnswerEnvelope envelope() {
        return envelope;
    }

    String url() {
        return settings.get("url");
    }

    /** The settings that are no secrets, as {@code $config}. */
    ObjectNode config() {
        return settings.config();
    }

    /** The call with credentials in it; with others than the refused token. */
    Signed sign(HttpCall call, @Nullable String refused) throws IOException {
        return authentication.isPresent() ? authentication.get().sign(call, session, refused) : new Signed(call, null);
    }

    /** Sends when it is the call's turn; throws {@link ConnectorFailed} when that is not soon. */
    HttpAnswer send(HttpCall call) throws IOException {
        pace.begin();
        try {
            HttpAnswer answer = session.sender().send(call);
            pace.saw(answer);
            return answer;
        } finally {
            pace.end();
        }
    }

    /** After an answer of which this was made: what asks for silence holds for all calls. */
    ConnectorFailed heeding(ConnectorFailed failed) {
        if (failed.kind() == Kind.THROTTLED) {
            failed.until().ifPresent(pace::silentUntil);
        }
        return failed;
    }

    Instant now() {
        return traffic.clock().instant();
    }
}
