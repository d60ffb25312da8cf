package com.wecomesb.wecom.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizerBeanPostProcessor;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** A Tomcat on a free port with nothing but the callback address, spoken to by plain sockets. */
final class CallbackServer implements AutoCloseable {

    static final String CORP = "ww1436e0e65a779aee";
    static final String TOKEN = "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo";
    static final String KEY = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt";

    /** Where the app {@code service} is called. */
    static final String PATH = "/callback/wecom/service";

    static final CallbackCrypto CRYPTO = new CallbackCrypto(TOKEN, KEY, CORP);

    private final AnnotationConfigServletWebServerApplicationContext context;

    CallbackServer() {
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "esb.wecom.apps.service.corp-id", CORP,
                                "esb.wecom.apps.service.token", TOKEN,
                                "esb.wecom.apps.service.encoding-aes-key", KEY,
                                "esb.wecom.apps.mute.corp-id", CORP,
                                "esb.wecom.max-body", "8KB",
                                "esb.wecom.answer-within", "400ms")));
        context.register(Beans.class);
        context.refresh();
    }

    /** A callback of now. */
    static SealedCallback seal(CallbackCrypto crypto, String plaintext) {
        return crypto.seal(plaintext, Long.toString(Instant.now().getEpochSecond()), "1597212914");
    }

    /** Posts it as WeCom does. */
    String post(SealedCallback sealed) throws IOException {
        return post(PATH + "?" + sealed.asQuery(), sealed.asRequest(CORP, 1000002));
    }

    CallbackDoor door() {
        return context.getBean(CallbackDoor.class);
    }

    CallbackDiary diary() {
        return context.getBean(CallbackDiary.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    double rejected(CallbackRejected.Reason reason) {
        return meters().get("esb.callback.rejected")
                .tag("reason", reason.word())
                .counter()
                .count();
    }

    /** Everything that the server sends until it closes the connection. */
    String post(String path, String body) throws IOException {
        return post(path, body.getBytes(StandardCharsets.UTF_8), "text/xml");
    }

    String post(String path, byte[] body, String contentType) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        return exchange(request);
    }

    String get(String path) throws IOException {
        return exchange(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    String exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), context.getWebServer().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({CallbackConfiguration.class, ConfigurationPropertiesAutoConfiguration.class})
    static class Beans {

        @Bean
        ServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        static WebServerFactoryCustomizerBeanPostProcessor customizers() {
            return new WebServerFactoryCustomizerBeanPostProcessor();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
