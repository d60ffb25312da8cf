package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package: {@link WecomClient} and {@link ApiDiary}. */
@Configuration(proxyBeanMethods = false)
class WecomApiConfiguration {

    @Bean
    WecomApi wecomApi(
            WecomSettings settings,
            HttpSettings http,
            TokenSettings token,
            LimitSettings limits,
            ObjectProvider<LiveInstances> instances,
            ObjectProvider<Clock> clock) {
        return WecomApi.of(
                settings,
                http,
                token,
                limits,
                () -> instances.getIfAvailable(() -> () -> 1).count(),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    WecomClient wecomClient(WecomApi api) {
        return api.client();
    }

    @Bean
    ApiDiary apiDiary(WecomApi api) {
        return api.diary();
    }
}
