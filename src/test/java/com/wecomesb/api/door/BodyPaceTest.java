package com.wecomesb.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Bodies that come byte by byte keep nobody else out. */
class BodyPaceTest {

    private static final String REQUEST = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";

    private final List<Socket> senders = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void open() {
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(0);
        tomcat.addEngineValves(new BodyPace(Duration.ofMillis(300)));
        tomcat.addConnectorCustomizers(connector -> connector.setProperty("maxThreads", "5"));
        server = tomcat.getWebServer(context -> {
            context.addServlet("length", new Length()).addMapping("/length");
            context.addServlet("refusing", new HttpServlet() {}).addMapping("/refusing");
        });
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/length", "/refusing", "/nowhere"})
    void slowSendersAreCutAndOthersComeThrough(String path) throws IOException {
        // Given
        for (int i = 0; i < 20; i++) {
            send(REQUEST.formatted(path, 50_000));
        }

        // When
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> senders.stream().filter(BodyPaceTest::takesOneMore).count() == 0);

        // Then
        assertThat(answer(send(REQUEST.formatted("/length", 3) + "abc"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws IOException {
        // Given
        Socket sender = send(REQUEST.formatted("/length", 3) + "abc");
        String first = answer(sender);

        // When
        sender.getOutputStream().write((REQUEST.formatted("/length", 4) + "abcd").getBytes(StandardCharsets.US_ASCII));

        // Then
        assertThat(first).startsWith("HTTP/1.1 200").endsWith("3");
        assertThat(answer(sender)).startsWith("HTTP/1.1 200").endsWith("4");
    }

    private static boolean takesOneMore(Socket sender) {
        try {
            OutputStream body = sender.getOutputStream();
            body.write(' ');
            body.flush();
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    private Socket send(String text) throws IOException {
        Socket sender = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        sender.setSoTimeout(20_000);
        senders.add(sender);
        sender.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return sender;
    }

    private static String answer(Socket sender) throws IOException {
        byte[] bytes = new byte[2_000];
        int read = sender.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, read), StandardCharsets.US_ASCII);
    }

    private static final class Length extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (InputStream body = request.getInputStream()) {
                response.getWriter().print(body.readAllBytes().length);
            }
        }
    }
}
