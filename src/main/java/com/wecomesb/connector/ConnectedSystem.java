package com.wecomesb.connector;

import java.util.Map;

/**
 * One system of the company that the bus is connected to.
 *
 * @param name what rules, webhooks and pages call it
 * @param connector the family of Kamelets that speaks to it
 * @param properties what these Kamelets are told, secrets among them
 */
public record ConnectedSystem(String name, SystemKind kind, String connector, Map<String, String> properties) {

    /** The connector of the simulators. */
    public static final String SANDBOX = "sandbox";

    public ConnectedSystem {
        properties = Map.copyOf(properties);
    }

    public boolean isSimulated() {
        return connector.equals(SANDBOX);
    }

    /** The Kamelet that does a verb: {@code rest-ticket-create-action}. */
    String kamelet(String verb) {
        return connector + "-" + verb + "-action";
    }

    /** Without the properties: secrets are among them. */
    @Override
    public String toString() {
        return "ConnectedSystem[" + name + ", " + kind.word() + ", " + connector + "]";
    }
}
