package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.WecomSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the callback address: a servlet of its own, because everything that WeCom sends passes here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WecomSettings.class, CallbackSettings.class})
class CallbackConfiguration {

    @Bean
    CallbackDoor callbackDoor() {
        return new CallbackDoor();
    }

    @Bean
    CallbackDiary callbackDiary() {
        return new CallbackDiary();
    }

    @Bean
    CallbackApps callbackApps(WecomSettings settings) {
        return new CallbackApps(settings);
    }

    @Bean
    AnswerDeadlines answerDeadlines(CallbackSettings settings) {
        return new AnswerDeadlines(settings.answerWithin());
    }

    @Bean
    ServletRegistrationBean<CallbackServlet> callbackServlet(
            CallbackApps apps,
            CallbackDoor door,
            CallbackDiary diary,
            WecomSettings wecom,
            CallbackSettings settings,
            AnswerDeadlines deadlines,
            MeterRegistry meters,
            Clock clock) {
        CallbackVerifier verifier = new CallbackVerifier(apps, wecom.callbackFreshness(), clock);
        CallbackJournal journal = new CallbackJournal(apps.names(), diary, meters, clock);
        ServletRegistrationBean<CallbackServlet> registration = new ServletRegistrationBean<>(
                new CallbackServlet(verifier, door, journal, settings, deadlines), CallbackServlet.PATH + "*");
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> withheldAnswers() {
        return factory -> factory.addContextValves(new WithheldAnswerValve());
    }
}
