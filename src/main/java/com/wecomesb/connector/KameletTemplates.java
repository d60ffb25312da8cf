package com.wecomesb.connector;

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

    private final AccessTokens tokens;
    private volatile Generation current;
    private Map<String, String> texts = Map.of();

    public KameletTemplates(AccessTokens tokens) {
        this.tokens = tokens;
        this.current = load(Map.of(), tokens);
    }

    /**
     * Puts these Kamelets into force, or leaves those in force that are and throws {@link IllegalArgumentException}. Nothing
     * happens when they are the same.
     *
     * @param kamelets the whole files by the Kamelet's name, {@code rest-ticket-create-action}
     */
    public synchronized void replace(Map<String, String> kamelets) {
        if (kamelets.equals(texts)) {
            return;
        }
        Generation next = load(kamelets, tokens);
        Generation previous = current;
        current = next;
        texts = Map.copyOf(kamelets);
        previous.retire();
        log.atInfo().addKeyValue("kamelets", new TreeMap<>(kamelets).keySet()).log("Kamelets replaced");
    }

    private static Generation load(Map<String, String> kamelets, AccessTokens tokens) {
        try {
            return new Generation(kamelets, tokens);
        } catch (Exception exception) {
            throw new IllegalArgumentException("Kamelets cannot be loaded: " + exception.getMessage(), exception);
        }
    }

    /** Whether a Kamelet says of itself that it writes only the fields that it is given. */
    boolean writesChangedFields(String kamelet) {
        return texts.getOrDefault(kamelet, "").contains(WRITES_CHANGED_FIELDS);
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
