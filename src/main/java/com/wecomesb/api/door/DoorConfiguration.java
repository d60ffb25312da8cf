package com.wecomesb.api.door;

import com.wecomesb.configuration.Folders;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Hangs the doors in. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    /** A body may come as it likes for so long; WeCom itself waits no longer for an answer. */
    private static final Duration BODY_GRACE = Duration.ofSeconds(5);

    @Bean
    ApiKey apiKey(DoorSettings settings, Folders folders) throws IOException {
        String configured = settings.api().key();
        return configured == null || configured.isBlank()
                ? new ApiKeyFile(folders.data()).readOrMake()
                : new ApiKey(configured);
    }

    @Bean
    FilterRegistrationBean<Door> door(ApiKey key, DoorSettings settings) {
        return everywhere(new Door(key, settings), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        return everywhere(new BodyLimit(), Ordered.HIGHEST_PRECEDENCE + 11);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyPace() {
        return factory -> factory.addEngineValves(new BodyPace(BODY_GRACE));
    }

    @Bean
    PageAddress pageAddress(DoorSettings settings) {
        return new PageAddress(settings, System.getenv());
    }

    private static <F extends Filter> FilterRegistrationBean<F> everywhere(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/*");
        registration.setOrder(order);
        return registration;
    }
}
