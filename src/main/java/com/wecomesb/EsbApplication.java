package com.wecomesb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The integration bus between WeCom and a company's CRM, shop and ticket systems. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EsbApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EsbApplication.class, arguments);
    }
}
