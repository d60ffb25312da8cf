package com.wecomesb.connector.change;

import com.wecomesb.bus.Hints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hints at records for tests of those that give them. */
@Configuration(proxyBeanMethods = false)
public class RecordHintsForTests {

    @Bean
    RecordHints recordHints(Hints hints, Clock clock) {
        return new RecordHints(hints, ChangeContext.SETTINGS, clock);
    }
}
