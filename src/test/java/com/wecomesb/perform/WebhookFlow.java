package com.wecomesb.perform;

import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.media.Uploads;
import com.wecomesb.media.UploadsFixture;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomApiFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The shipped routes that perform webhooks, in a Camel context of their own. */
final class WebhookFlow implements AutoCloseable {

    private final PerformContext perform;
    private final DefaultCamelContext camel;
    private final Worker worker;

    WebhookFlow(PerformContext perform, DataSource database, WebhookTargets targets) throws Exception {
        this.perform = perform;
        camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.addComponent("bus", new StubComponent());
        camel.addComponent("wecom", new StubComponent());
        URI nobody = URI.create("http://127.0.0.1:9");
        Uploads uploads = UploadsFixture.uploads(
                WecomApiFixture.api(nobody, Duration.ofSeconds(5), perform.clock(), Map.of())
                        .client(),
                wecom(),
                Map.of(),
                database,
                perform.clock());
        EffectClassifier classifier = new EffectClassifier(uploads, perform.clock());
        camel.getPropertiesComponent().addInitialProperty("esb.webhook-timeout", "400ms");
        camel.getRegistry().bind("effectClassifier", classifier);
        camel.getRegistry().bind("webhookRequests", new WebhookRequests(targets, Clock.systemUTC()));
        worker = new Worker(
                perform.claims(),
                new Destination(camel.createProducerTemplate(), classifier),
                perform.settlement(),
                perform.outcomes(),
                perform.gates(),
                new SimpleMeterRegistry());
        camel.getRegistry().bind("worker", worker);
        camel.getRegistry()
                .bind("wecomRequests", new WecomRequests(wecom(), uploads, perform.claims(), perform.clock()));
        for (String file : List.of("errors", "flows/perform-notify", "flows/perform-webhook")) {
            Resource resource = ResourceHelper.fromString(
                    file.replace('/', '-') + ".camel.yaml", Files.readString(Path.of("routes", file + ".camel.yaml")));
            PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
        }
        camel.start();
    }

    void perform(String id) {
        worker.perform(perform.actions().find(id).orElseThrow().reference());
    }

    private static WecomSettings wecom() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("esb.wecom", WecomSettings.class);
    }

    @Override
    public void close() throws Exception {
        camel.close();
    }
}
