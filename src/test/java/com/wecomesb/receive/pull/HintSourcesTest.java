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
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronExpression;

/** From where the hints of the pull route come. */
class HintSourcesTest {

    @AutoClose
    private final PullFixture pull = new PullFixture();

    @AutoClose
    private PullRoute route;

    @BeforeEach
    void start() throws Exception {
        route = new PullRoute(pull);
    }

    @Test
    void understandsTheHintsOfTheCallback() {
        // Given
        pull.wecom.answer("kf/sync_msg", page("C1", false, "m1"));
        Callback callback = new Callback("service", "ww1", Fixtures.xml("kf_msg_or_event"), pull.clock.instant());
        Hint hint = (Hint) new ReceiveWecom(new Pseudonyms(new byte[32])).receive(callback);

        // When
        route.follow(hint);

        // Then
        assertThat(hint.key())
                .isEqualTo(KfHint.read(hint.json()).at(Instant.EPOCH).key());
        assertThat(pull.eventIds()).containsExactly("kf:m1");
    }

    @Test
    void hintsAtAllAccountsWhenTheCallbackNamesNone() {
        // Given
        pull.wecom.answer("kf/account/list", "{\"errcode\":0,\"account_list\":[{\"open_kfid\":\"wk1\"}]}");

        // When
        route.follow(new KfHint("service", "", "token").at(pull.clock.instant()));

        // Then
        assertThat(pull.hints).extracting(Hint::key).containsExactly("kf:wk1");
    }

    @Test
    void hintsAtTheAccountsAtEveryTickAndAtTheStart() {
        // Given
        pull.wecom.answer("kf/account/list", "{\"errcode\":0,\"account_list\":[{\"open_kfid\":\"wk1\"}]}");

        // When
        route.tick();
        route.begin();

        // Then
        assertThat(pull.hints).hasSize(2);
    }

    @Test
    void ticksEveryFiveMinutes() throws ParseException {
        // Given
        QuartzEndpoint tick = route.clock();

        // When
        CronExpression cron = new CronExpression(tick.getCron());

        // Then
        Date first = cron.getNextValidTimeAfter(Date.from(PullFixture.START));
        Date second = cron.getNextValidTimeAfter(first);
        assertThat(Duration.between(first.toInstant(), second.toInstant())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void consumesInTheWayThatLosesNoHint() {
        // When
        KafkaEndpoint endpoint = route.hints();
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
}
