package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.receive.ReceiveWecom;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.Fixtures;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronExpression;

/** The route file {@code flows/pull.camel.yaml}, fed by hand instead of by Kafka and clocks. */
class PullRouteTest {

    private static final Map<String, Object> MORE_OF_THE_POLL = Map.of(KafkaConstants.LAST_POLL_RECORD, false);

    private final PullFixture pull = new PullFixture();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template = camel.createProducerTemplate();
    private final AtomicInteger commits = new AtomicInteger();
    private String hintsUri = "";
    private String tickUri = "";

    @BeforeEach
    void start() throws Exception {
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

    @AfterEach
    void stop() {
        template.stop();
        camel.stop();
        pull.close();
    }

    @Test
    void commitsAfterTheMessagesAreOnTheBus() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));

        // When
        Exchange exchange = follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(exchange.getException()).isNull();
        assertThat(pull.eventIds()).containsExactly("kf:m1");
        assertThat(commits).hasValue(1);
    }

    @Test
    void commitsOnceForTheHintsThatWerePolledTogether() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));

        // When
        follow(PullFixture.hint().at(pull.clock.instant()), Map.of(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, false));
        follow(PullFixture.hint().at(pull.clock.instant()), Map.of(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, true));

        // Then
        assertThat(commits).hasValue(1);
    }

    @Test
    void commitsAHintWhosePullFailsAndHintsAgainLater() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":-1,\"errmsg\":\"busy\"}");

        // When
        Exchange exchange = follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(exchange.getException()).isNull();
        assertThat(commits).hasValue(1);
        assertThat(pull.again.isDue("wk1")).isTrue();
    }

    @Test
    void doesNotFollowAHintWhileTheAccountWaitsForAnother() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":-1,\"errmsg\":\"busy\"}");
        follow(PullFixture.hint().at(pull.clock.instant()));

        // When
        follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(pull.wecom.requests("kf/sync_msg")).hasSize(1);
        assertThat(commits).hasValue(2);
    }

    @Test
    void leavesWhatOnlyAnOperatorCanMendToTheTick() {
        // Given
        pull.wecom.answer("kf/sync_msg", "{\"errcode\":48007,\"errmsg\":\"no right\"}");

        // When
        follow(PullFixture.hint().at(pull.clock.instant()));

        // Then
        assertThat(pull.again.isDue("wk1")).isFalse();
        assertThat(commits).hasValue(1);
    }

    @Test
    void passesOverARecordThatIsNoHint() {
        Exchange exchange = follow(new Hint("kf:wk1", "no hint", pull.clock.instant()));

        assertThat(exchange.getException()).isNull();
        assertThat(commits).hasValue(1);
    }

    @Test
    void followsOneOfTheHintsAtAnAccountThatWerePolledTogether() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Hint hint = PullFixture.hint().at(pull.clock.instant());

        // When
        follow(hint, MORE_OF_THE_POLL);
        follow(hint);
        List<String> ofThePoll = pull.askedCursors();
        follow(hint);

        // Then
        assertThat(ofThePoll).containsExactly("");
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }

    @Test
    void followsTheHintsOfThePollAfterOneThatEndedWithNoHint() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Hint hint = PullFixture.hint().at(pull.clock.instant());

        // When
        follow(hint, MORE_OF_THE_POLL);
        follow(new Hint("kf:wk1", "no hint", pull.clock.instant()));
        follow(hint);

        // Then
        assertThat(pull.askedCursors()).containsExactly("", "C1");
    }

    @Test
    void hintsAtAllAccountsWhenTheCallbackNamesNone() {
        // Given
        pull.wecom.answer("kf/account/list", "{\"errcode\":0,\"account_list\":[{\"open_kfid\":\"wk1\"}]}");

        // When
        follow(new KfHint("service", "", "token").at(pull.clock.instant()));

        // Then
        assertThat(pull.hints).extracting(Hint::key).containsExactly("kf:wk1");
    }

    @Test
    void understandsTheHintsOfTheCallback() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Callback callback = new Callback("service", "ww1", Fixtures.xml("kf_msg_or_event"), pull.clock.instant());
        Hint hint = (Hint) new ReceiveWecom(new Pseudonyms(new byte[32])).receive(callback);

        // When
        follow(hint);

        // Then
        assertThat(hint.key())
                .isEqualTo(KfHint.read(hint.json()).at(Instant.EPOCH).key());
        assertThat(pull.eventIds()).containsExactly("kf:m1");
    }

    @Test
    void hintsAtTheAccountsAtEveryTickAndAtTheStart() {
        // Given
        pull.wecom.answer("kf/account/list", "{\"errcode\":0,\"account_list\":[{\"open_kfid\":\"wk1\"}]}");

        // When
        template.sendBody("direct:kf-pull-tick", "");
        template.sendBody("direct:kf-pull-at-start", "");

        // Then
        assertThat(pull.hints).hasSize(2);
    }

    @Test
    void consumesInTheWayThatLosesNoHint() {
        // When
        KafkaEndpoint endpoint = camel.getEndpoint(hintsUri, KafkaEndpoint.class);
        KafkaConfiguration kafka = endpoint.getConfiguration();

        // Then
        assertThat(kafka.getTopic()).isEqualTo("esb.hints");
        assertThat(kafka.getGroupId()).isEqualTo("esb.pull");
        assertThat(kafka.getPollOnError()).isEqualTo(PollOnError.RECONNECT);
        assertThat(kafka.getAutoOffsetReset()).isEqualTo("earliest");
        assertThat(kafka.isAutoCommitEnable()).isFalse();
        assertThat(kafka.isAllowManualCommit()).isTrue();
        assertThat(endpoint.getKafkaManualCommitFactory()).isNull();
        assertThat(kafka.getValueDeserializer()).endsWith("StringDeserializer");
    }

    @Test
    void ticksEveryFiveMinutes() throws ParseException {
        // Given
        QuartzEndpoint tick = camel.getEndpoint(tickUri, QuartzEndpoint.class);

        // When
        CronExpression cron = new CronExpression(tick.getCron());

        // Then
        Date first = cron.getNextValidTimeAfter(Date.from(PullFixture.START));
        Date second = cron.getNextValidTimeAfter(first);
        assertThat(Duration.between(first.toInstant(), second.toInstant())).isEqualTo(Duration.ofMinutes(5));
    }

    private Exchange follow(Hint hint) {
        return follow(hint, Map.of());
    }

    private Exchange follow(Hint hint, Map<String, Object> ofTheRecord) {
        Map<String, Object> headers = new HashMap<>(ofTheRecord);
        headers.put(KafkaConstants.KEY, hint.key());
        headers.put(KafkaConstants.TIMESTAMP, hint.at().toEpochMilli());
        headers.put(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit) commits::incrementAndGet);
        return template.request("direct:pull-kf", exchange -> {
            exchange.getIn().setBody(hint.json());
            exchange.getIn().setHeaders(headers);
        });
    }
}
