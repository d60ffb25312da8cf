package com.wecomesb.bus;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the bus needs from the database before anything else. */
@Configuration(proxyBeanMethods = false)
class BusConfiguration {

    @Bean
    Pseudonyms pseudonyms(JdbcTemplate jdbc) {
        return new Pseudonyms(new PseudonymKey(jdbc).read());
    }
}
