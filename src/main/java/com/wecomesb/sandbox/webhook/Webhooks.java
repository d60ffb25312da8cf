package com.wecomesb.sandbox.webhook;

import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;

/**
 * Tells the bus that somebody in a simulated system has changed a record: {@code {"kind", "id"}}, signed over time and
 * body, the same delivery again when nobody answers.
 */
@Simulated
public class Webhooks {

    private static final String OWN_SERVER = "http://127.0.0.1:%s/webhook/{system}";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final SandboxSettings settings;
    private final Environment environment;
    private final Ids ids;

    Webhooks(SandboxSettings settings, Environment environment, Ids ids) {
        this.settings = settings;
        this.environment = environment;
        this.ids = ids;
    }

    /** Somebody who works with the system has changed a record. */
    public void changed(SimulatedSystem system, String kind, String id) {
        String body = Documents.object().put("kind", kind).put("id", id).toString();
        String delivery = ids.text("wh");
        var unused = post(system, delivery, body, 1);
    }

    private CompletableFuture<?> post(SimulatedSystem system, String delivery, String body, int attempt) {
        return http.sendAsync(request(system, delivery, body), HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() / 100 == 2)
                .thenCompose(taken -> {
                    if (taken || attempt >= ATTEMPTS) {
                        (taken ? accepted : refused).incrementAndGet();
                        return CompletableFuture.completedFuture(null);
                    }
                    return CompletableFuture.runAsync(
                                    () -> {}, CompletableFuture.delayedExecutor(attempt, TimeUnit.SECONDS))
                            .thenCompose(pause -> post(system, delivery, body, attempt + 1));
                });
    }

    private HttpRequest request(SimulatedSystem system, String delivery, String body) {
        String at = Long.toString(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(address(system))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Sandbox-Delivery", delivery)
                .header("X-Sandbox-Timestamp", at)
                .header("X-Sandbox-Signature", "sha256=" + signature(at + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Where the callbacks go, unless somebody says otherwise. */
    private URI address(SimulatedSystem system) {
        String template = settings.webhookUrl();
        if (template == null || template.isBlank()) {
            String callbacks = settings.callbackUrl();
            String configured = environment.getProperty("server.port", "8080");
            template = callbacks == null || callbacks.isBlank()
                    ? OWN_SERVER.formatted(environment.getProperty("local.server.port", configured))
                    : callbacks.replaceFirst("/callback/wecom/.*", "/webhook/{system}");
        }
        return URI.create(template.replace("{system}", system.word()));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public long accepted() {
        return accepted.get();
    }

    public long refused() {
        return refused.get();
    }
}
