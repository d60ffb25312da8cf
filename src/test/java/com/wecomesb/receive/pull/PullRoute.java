package com.wecomesb.receive.pull;

import com.wecomesb.bus.Hint;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The route file {@code flows/pull.camel.yaml}, fed by hand instead of by Kafka and clocks. */
final class PullRoute implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template = camel.createProducerTemplate();
    private final AtomicInteger commits = new AtomicInteger();
    private final String hintsUri;
    private final String tickUri;

    PullRoute(PullFixture pull) throws Exception {
        camel.getRegistry().bind("pullKf", new PullKf(pull.puller, pull.accounts, pull.again));
        camel.getRegistry().bind("hintKfAccounts", new HintKfAccounts(pull.accounts));
        camel.getRegistry().bind("commitHint", new CommitHint());
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/flows/pull.camel.yaml"));
        hintsUri = camel.getRouteDefinition("pull-kf").getEndpointUrl();
        tickUri = camel.getRouteDefinition("kf-pull-tick").getEndpointUrl();
        for (String route : new String[] {"pull-kf", "kf-pull-tick", "kf-pull-at-start"}) {
            AdviceWith.adviceWith(camel, route, false, advice -> advice.replaceFromWith("direct:" + route));
        }
        camel.start();
        template.start();
    }

    Exchange follow(Hint hint) {
        return follow(hint, Map.of());
    }

    Exchange follow(Hint hint, Map<String, Object> ofTheRecord) {
        Map<String, Object> headers = new HashMap<>(ofTheRecord);
        headers.put(KafkaConstants.KEY, hint.key());
        headers.put(KafkaConstants.TIMESTAMP, hint.at().toEpochMilli());
        headers.put(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit) commits::incrementAndGet);
        return template.request("direct:pull-kf", exchange -> {
            exchange.getIn().setBody(hint.json());
            exchange.getIn().setHeaders(headers);
        });
    }

    /** How often the offsets of hints were committed. */
    AtomicInteger commits() {
        return commits;
    }

    void tick() {
        template.sendBody("direct:kf-pull-tick", "");
    }

    void begin() {
        template.sendBody("direct:kf-pull-at-start", "");
    }

    /** Where the hints come from. */
    KafkaEndpoint hints() {
        return camel.getEndpoint(hintsUri, KafkaEndpoint.class);
    }

    /** What makes it tick. */
    QuartzEndpoint clock() {
        return camel.getEndpoint(tickUri, QuartzEndpoint.class);
    }

    @Override
    public void close() {
        template.stop();
        camel.stop();
    }
}
