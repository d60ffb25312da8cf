package com.wecomesb.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wecomesb.wecom.api.ApiDiary;
import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.LimitSettings;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import com.wecomesb.wecom.callback.CallbackDoor;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The beans of the package and what settings make of them. */
class WecomConfigurationTest {

    private final FakeWecom wecom = new FakeWecom();
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
            .withUserConfiguration(Scanned.class)
            .withBean(CallbackDoor.class)
            .withPropertyValues(
                    "esb.wecom.api-url=" + wecom.url(),
                    "esb.wecom.apps.service.corp-id=ww1",
                    "esb.wecom.apps.service.secret=s");

    @AfterEach
    void close() {
        wecom.close();
    }

    @Test
    void registersTheComponentWithItsClient() {
        context.run(started -> {
            CamelContext camel = started.getBean(CamelContext.class);

            assertThat(camel.getComponent("wecom")).isSameAs(started.getBean(WecomComponent.class));
            assertThat(started).hasSingleBean(WecomClient.class).hasSingleBean(ApiDiary.class);
        });
    }

    @Test
    void keepsTheLimitsOfWecomByDefault() {
        context.run(started -> assertThat(started.getBean(LimitSettings.class).callsPerMinute())
                .isEqualTo(10_000));
    }

    @Test
    void keepsTheLimitsThatAreSet() {
        context.withPropertyValues("esb.wecom.limits.calls-per-minute=10").run(started -> {
            // Given
            WecomClient client = started.getBean(WecomClient.class);
            client.call("service", "kf/send_msg", null, Map.of());

            // When
            WecomCallFailed failure = catchThrowableOfType(
                    WecomCallFailed.class, () -> client.call("service", "kf/send_msg", null, Map.of()));

            // Then
            assertThat(failure.outcome()).isEqualTo(CallOutcome.THROTTLED);
            assertThat(wecom.requests("kf/send_msg")).hasSize(1);
        });
    }

    @ComponentScan(
            basePackages = {"com.wecomesb.wecom", "com.wecomesb.wecom.api"},
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "com\\.wecomesb\\.wecom\\.callback\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*")
            })
    static class Scanned {}
}
