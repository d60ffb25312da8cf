package com.wecomesb.connector.change;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** How the following of changes stands, over a database without anybody who follows. */
@Import({ChangeReport.class, ChangeCursors.class, HintedRecords.class, RecordHintsForTests.class})
public class ChangeReportForTests {

    @Bean
    ChangeSettings changeSettings() {
        return ChangeContext.SETTINGS;
    }
}
