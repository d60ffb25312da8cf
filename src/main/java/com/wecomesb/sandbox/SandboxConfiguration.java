package com.wecomesb.sandbox;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the simulators on the web server under {@code /sandbox/}, when {@code esb.sandbox.enabled} is true. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "esb.sandbox.enabled", havingValue = "true")
@EnableConfigurationProperties(SandboxSettings.class)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(Simulated.class),
        // The simulators name things as the bus does, and must not get into its way.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class SandboxConfiguration {

    static final String ROOT = "/sandbox/";

    @Bean
    RouterFunction<ServerResponse> sandboxRouterFunction(List<SandboxRoutes> parts) {
        return parts.stream()
                .map(SandboxRoutes::routes)
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    @Bean
    FilterRegistrationBean<LoopbackFilter> sandboxLoopbackFilter() {
        return registered(new LoopbackFilter(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<SwitchFilter> sandboxSwitchFilter(Switches switches) {
        return registered(new SwitchFilter(switches), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    private static <T extends Filter> FilterRegistrationBean<T> registered(T filter, int order) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(ROOT + "*");
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        registration.setOrder(order);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sandboxRefusals(Switches switches) {
        return factory -> factory.addContextValves(new RefusingValve(switches));
    }
}
