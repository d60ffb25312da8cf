package com.wecomesb.connector;

import com.wecomesb.connector.call.SystemTraffic;
import com.wecomesb.connector.description.Connectors;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Kamelets in force. They are replaced as a whole while calls are in flight: each call ends with what it began with. */
public final class KameletTemplates implements AutoCloseable {

    /** An annotation in the Kamelet's file. */
    private static final String WRITES_CHANGED_FIELDS = "wecom-esb/writes: changed-fields";

    private static final Logger log = LoggerFactory.getLogger(KameletTemplates.class);

    private final SystemTraffic traffic;
    private volatile Generation current;
    private volatile Map<String, String> texts = Map.of();
    private Connectors connectors = Connectors.none();

    public KameletTemplates(Clock clock) {
        this.traffic = new SystemTraffic(clock);
        this.current = load(Map.of(), connectors);
    }

    /**
     * Puts these Kamelets into force, or leaves those in force that are and throws {@link IllegalArgumentException}. Nothing
     * happens when they are the same.
     *
     * @param kamelets the whole files by the Kamelet's name, {@code rest-ticket-create-action}
     * @param descriptions of the connectors that they belong to
     */
    public synchronized void replace(Map<String, String> kamelets, Connectors descriptions) {
        if (kamelets.equals(texts) && descriptions.equals(connectors)) {
            return;
        }
        Generation next = load(kamelets, descriptions);
        Generation previous = current;
        current = next;
        texts = Map.copyOf(kamelets);
        connectors = descriptions;
        previous.retire();
        log.atInfo().addKeyValue("kamelets", new TreeMap<>(kamelets).keySet()).log("Kamelets replaced");
    }

    private Generation load(Map<String, String> kamelets, Connectors descriptions) {
        try {
            return new Generation(kamelets, descriptions, traffic);
        } catch (Exception exception) {
            throw new IllegalArgumentException("Kamelets cannot be loaded: " + exception.getMessage(), exception);
        }
    }

    /** Whether a Kamelet says of itself that it writes only the fields that it is given. */
    boolean writesChangedFields(String kamelet) {
        return texts.getOrDefault(kamelet, "").contains(WRITES_CHANGED_FIELDS);
    }

    /** The descriptions in force. */
    public synchronized Connectors connectors() {
        return connectors;
    }

    /** What all calls of systems have in common. */
    public SystemTraffic traffic() {
        return traffic;
    }

    public boolean has(String kamelet) {
        return current.has(kamelet);
    }

    /** Lets a call use the Kamelets in force until it ends. */
    <T> T use(Function<Generation, T> call) {
        Generation generation = enter();
        try {
            return call.apply(generation);
        } finally {
            generation.leave();
        }
    }

    private Generation enter() {
        while (true) {
            Generation generation = current;
            if (generation.enter()) {
                return generation;
            }
        }
    }

    @Override
    public void close() {
        current.close();
    }
}
