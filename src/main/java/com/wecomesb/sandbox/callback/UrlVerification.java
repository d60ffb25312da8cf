package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.WecomApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What WeCom's console does when a callback address is saved (W90930): it passes, or the address is not taken. */
@Simulated
public class UrlVerification {

    private static final Duration ALLOWED = Duration.ofSeconds(1);

    private final SealedRequests requests;
    private final Ids ids;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ALLOWED)
            .build();

    UrlVerification(SealedRequests requests, Ids ids) {
        this.requests = requests;
        this.ids = ids;
    }

    /**
     * How it went.
     *
     * @param status 0 when there was no answer
     * @param reason empty when it passed
     */
    public record Verdict(boolean passed, int status, long millis, String reason) {}

    public Verdict verify(WecomApp app) {
        String expected = Long.toString(ids.number());
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    http.send(requests.verification(app, expected, ALLOWED), HttpResponse.BodyHandlers.ofByteArray());
            // A quote, a byte order mark or a newline is a mistake, too.
            boolean same = new String(response.body(), StandardCharsets.UTF_8).equals(expected);
            boolean passed = response.statusCode() == 200 && same;
            return verdict(start, response.statusCode(), passed ? "" : "答非所问:应当原样返回解密后的内容");
        } catch (HttpTimeoutException late) {
            return verdict(start, 0, "1 秒内没有回答");
        } catch (IOException unreachable) {
            return verdict(start, 0, "连不上回调地址");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return verdict(start, 0, "被中断");
        }
    }

    private static Verdict verdict(long start, int status, String reason) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Verdict(reason.isEmpty(), status, millis, reason);
    }
}
