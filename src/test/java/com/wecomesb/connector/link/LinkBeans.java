package com.wecomesb.connector.link;

import com.wecomesb.bus.Pseudonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The link table for tests of those that use it. */
@Import({LinkTable.class, TrackedLinks.class})
public class LinkBeans {

    public static Class<?> all() {
        return LinkBeans.class;
    }

    @Bean
    Fields fields(Pseudonyms pseudonyms) {
        return new Fields(pseudonyms);
    }
}
