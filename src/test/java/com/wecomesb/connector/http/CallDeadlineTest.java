package com.wecomesb.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system that answers byte by byte, each in time, and never ends. */
class CallDeadlineTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        camel.start();
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.close();
        camel.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
    void anAnswerThatDripsIsCut(String beginning) {
        // Given
        Thread system = new Thread(() -> drip(beginning));
        system.setDaemon(true);
        system.start();
        PlainClient client = new PlainClient();
        client.setResponseTimeout("300ms");
        String url = "http://127.0.0.1:" + server.getLocalPort();
        CamelHttpSender sender = CamelHttpSender.open(camel, url, client, 1);
        Instant start = Instant.now();

        // When
        HttpCall call = HttpCall.get(url + "/slow");

        // Then
        assertThatThrownBy(() -> sender.send(call)).isInstanceOf(IOException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private void drip(String beginning) {
        try (Socket caller = server.accept();
                OutputStream answer = caller.getOutputStream()) {
            answer.write(beginning.getBytes(StandardCharsets.US_ASCII));
            do {
                answer.write('a');
                answer.flush();
            } while (!over.await(50, TimeUnit.MILLISECONDS));
        } catch (IOException cut) {
            // as it should be
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
