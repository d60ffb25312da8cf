package com.wecomesb;

import com.wecomesb.command.EsbCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The integration bus between WeCom and a company's CRM, shop and ticket systems. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EsbApplication {

    /** Runs the bus, or the command that the arguments name. */
    public static void main(String[] arguments) {
        if (EsbCommand.isMeant(arguments)) {
            System.exit(EsbCommand.run(arguments));
        }
        SpringApplication.run(EsbApplication.class, arguments);
    }
}
