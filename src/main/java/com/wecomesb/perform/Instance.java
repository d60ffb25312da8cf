package com.wecomesb.perform;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process among those that share the database: who owns a claim. A restart is another instance. */
@Component
public class Instance {

    private final String id = ManagementFactory.getRuntimeMXBean().getPid() + "-"
            + UUID.randomUUID().toString().substring(0, 13);

    public String id() {
        return id;
    }
}
