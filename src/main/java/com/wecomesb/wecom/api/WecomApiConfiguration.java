package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The beans of this package: {@link WecomClient} and {@link ApiDiary}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WecomSettings.class, HttpSettings.class, TokenSettings.class, LimitSettings.class})
class WecomApiConfiguration {

    @Bean
    WecomApi wecomApi(
            WecomSettings settings,
            HttpSettings http,
            TokenSettings token,
            LimitSettings limits,
            ObjectProvider<LiveInstances> instances,
            ObjectProvider<Clock> clock) {
        Supplier<LiveInstances> live = SingletonSupplier.ofNullable(instances::getIfAvailable);
        return WecomApi.of(
                settings, http, token, limits, () -> countOf(live.get()), clock.getIfAvailable(Clock::systemUTC));
    }

    private static int countOf(@Nullable LiveInstances instances) {
        return instances == null ? 1 : Math.max(1, instances.count());
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
