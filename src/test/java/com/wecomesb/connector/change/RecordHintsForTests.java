package com.wecomesb.connector.change;

import com.wecomesb.bus.Hints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;

/** Hints at records for tests of those that give them; no @Configuration, so that the bus itself does not find it. */
public class RecordHintsForTests {

    @Bean
    RecordHints recordHints(Hints hints, Clock clock) {
        return new RecordHints(hints, ChangeContext.SETTINGS, clock);
    }
}
