package com.wecomesb.it;

import com.wecomesb.EsbApplication;
import com.wecomesb.connector.kit.RealSystem;
import com.wecomesb.connector.kit.RealSystems;
import com.wecomesb.connector.kit.RecordingProxy;
import com.wecomesb.process.JarProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole bus in this JVM, connected to Tryton, Vendure and Request Tracker; WeCom is simulated. */
final class ConnectedBus implements AutoCloseable {

    private static final String KEY = "integration-test-key";

    private static final String RULE = """
            event: wecom.message.received
            rules:
              - id: something-is-wrong-with-an-order
                description: A customer names an order; he is told its state, colleagues get a ticket, the CRM a contact
                priority: 200
                when: {regex: "订单 ?(?P<order>[a-z0-9]{16})"}
                then:
                  - crm: {do: contact-upsert}
                  - shop: {do: order-find, with: {id: "{{ match.order | upcase }}"}, as: order, wait: 8s}
                    found: [{reply: order-status}]
                    missing: [{reply: order-not-found}]
                    failed: [{reply: order-later}]
                  - ticket: {do: ticket-create, subject: "{{ event.text | truncate: 60 }}", priority: high}
            """;

    private final ConfigurableApplicationContext context;
    private final Map<String, RecordingProxy> proxies;
    private final Http http;

    private ConnectedBus(ConfigurableApplicationContext context, Map<String, RecordingProxy> proxies, Http http) {
        this.context = context;
        this.proxies = proxies;
        this.http = http;
    }

    static ConnectedBus start(RealSystems.Started systems) throws IOException {
        RealSystem tracker = systems.get("request-tracker");
        RealSystem vendure = systems.get("vendure");
        RealSystem tryton = systems.get("tryton");
        String[] clerk = tryton.word("user: ").split(" / ");
        Map<String, RecordingProxy> proxies = new LinkedHashMap<>();
        proxies.put("Tryton", new RecordingProxy(tryton.root()));
        proxies.put("Vendure", new RecordingProxy(vendure.root()));
        proxies.put("Request Tracker", new RecordingProxy(tracker.root()));
        int port = JarProcess.freePort();
        Path folder = Path.of("target", "it", UUID.randomUUID().toString()).toAbsolutePath();
        RunningBus.copyShippedContent(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/rules/order-trouble.yaml"), RULE);
        List<String> settings = List.of(
                "--server.port=" + port,
                "--esb.data-dir=" + folder.resolve("data"),
                "--esb.routes-dir=" + folder.resolve("routes"),
                "--esb.api.key=" + KEY,
                "--esb.change.cron=* * * * * ?",
                "--esb.systems.crm.connector=tryton",
                "--esb.systems.crm.url=" + proxies.get("Tryton").root() + "/peer",
                "--esb.systems.crm.user=" + clerk[0],
                "--esb.systems.crm.password=" + clerk[1],
                "--esb.systems.crm.poll=2s",
                "--esb.systems.shop.connector=vendure",
                "--esb.systems.shop.url=" + proxies.get("Vendure").root(),
                "--esb.systems.shop.api-key=" + vendure.word("admin api key (header vendure-api-key): "),
                "--esb.systems.shop.poll=5s",
                "--esb.systems.ticket.connector=request-tracker",
                "--esb.systems.ticket.url=" + proxies.get("Request Tracker").root() + "/REST/2.0",
                "--esb.systems.ticket.token=" + tracker.word("token esb: "),
                "--esb.systems.ticket.user=esb",
                "--esb.systems.ticket.queue=Support",
                "--esb.systems.ticket.poll=2s");
        ConfigurableApplicationContext context =
                SpringApplication.run(EsbApplication.class, settings.toArray(String[]::new));
        return new ConnectedBus(context, proxies, new Http("http://127.0.0.1:" + port, KEY));
    }

    Http http() {
        return http;
    }

    /** What the bus and the systems said since the last time, a line for each call. */
    Map<String, List<String>> told() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        proxies.forEach((system, proxy) -> told.put(system, proxy.told()));
        return told;
    }

    @Override
    public void close() {
        context.close();
        proxies.values().forEach(RecordingProxy::close);
    }
}
