package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.mapping.MappingSet;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One call of another system: the canonical document mapped to its shape, the connector's Kamelet behind the system's own
 * circuit breaker and bulkhead, the answer mapped back. Thread-safe; blocks while the system takes its time.
 */
public final class ConnectorCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Systems systems;
    private final Supplier<MappingSet> mappings;
    private final KameletTemplates templates;
    private final SystemGuards guards;
    private final Clock clock;

    public ConnectorCalls(
            Systems systems,
            Supplier<MappingSet> mappings,
            KameletTemplates templates,
            ConnectorSettings settings,
            Clock clock) {
        this.systems = systems;
        this.mappings = mappings;
        this.templates = templates;
        this.guards = new SystemGuards(settings, clock);
        this.clock = clock;
    }

    public Systems systems() {
        return systems;
    }

    /** The state of each system's circuit breaker that was called: {@code CLOSED}, {@code OPEN}, {@code HALF_OPEN}. */
    public Map<String, String> breakerStates() {
        return guards.states();
    }

    /** Asks a system whether it knows us; no circuit breaker stands before this. */
    public SystemCheck check(String system) {
        ConnectedSystem connected = connected(system);
        try {
            boolean asked = templates.use(generation -> generation.probe(connected));
            return SystemCheck.of(connected, asked);
        } catch (ConnectorFailed failed) {
            return SystemCheck.of(connected, failed);
        }
    }

    /** Whether the system's connector knows a verb. */
    public boolean can(String system, String verb) {
        return systems.find(system)
                .filter(found -> templates.has(found.kamelet(verb)))
                .isPresent();
    }

    /**
     * Whether a field of the canonical document reaches the system with a verb.
     *
     * @param path as schemas have it: {@code attachments[].base64}
     */
    public boolean takes(String system, String verb, String path) {
        return systems.find(system)
                .filter(found -> templates.has(found.kamelet(verb)))
                .filter(found -> translation().reads(found, verb, path))
                .isPresent();
    }

    /** Whether the records of a kind can be brought into canonical shape. */
    public boolean mapsBack(String system, String kind) {
        return systems.find(system)
                .filter(found -> translation().leadsBack(found, kind))
                .isPresent();
    }

    /**
     * What a system answered.
     *
     * @param request what it was sent, or would have been for a new record
     * @param raw as the connector gave it
     * @param canonical in canonical shape; the same as {@code raw} where no mapping leads back
     * @param mapped whether one does
     */
    public record Answer(JsonNode request, JsonNode raw, JsonNode canonical, boolean mapped) {}

    /**
     * Calls a system; the call may be repeated with the same {@code externalId} and then finds what it did before.
     *
     * @param verb {@code contact-upsert}, {@code ticket-create}, {@code order-find}, …
     * @param document the canonical document; for a look-up the criteria, for changes the cursor, which are not mapped
     * @return the system's record in canonical shape where a mapping back exists; {@code {"found": false}} when a look-up
     *     finds nothing; what {@code *-changes} answers as it is: its records are mapped by {@link #canonical}
     * @throws ConnectorFailed whenever the effect is not certain, with what may be done
     */
    public JsonNode call(String system, String verb, JsonNode document, CallContext context) {
        return answer(system, verb, document, context).canonical();
    }

    /** The same, with the answer as the system gave it. */
    public Answer answer(String system, String verb, JsonNode document, CallContext context) {
        ConnectedSystem connected = connected(system);
        if (Verbs.isOfChanges(verb)) {
            JsonNode changes = ask(system, verb, document);
            return new Answer(document, changes, changes, false);
        }
        Translation translation = translation();
        Outgoing outgoing =
                Verbs.isLookUp(verb) ? Outgoing.of(document) : outward(translation, connected, verb, document, context);
        JsonNode request = context.changed().isEmpty() ? outgoing.whole() : outgoing.document();
        JsonNode answer = send(connected, verb, outgoing, Verbs.recordId(verb, document, context), context);
        String kind = Verbs.canonical(verb);
        return isMissing(answer) || !translation.leadsBack(connected, kind)
                ? new Answer(request, answer, answer, false)
                : new Answer(request, answer, translation.back(connected, kind, answer, context), true);
    }

    /**
     * Asks a system and gives its answer as it is, neither side mapped: for look-ups and {@code *-changes}.
     *
     * @return {@code {"found": false}} when a look-up finds nothing
     * @throws ConnectorFailed when the system does not say
     */
    public JsonNode ask(String system, String verb, JsonNode request) {
        return send(connected(system), verb, Outgoing.of(request), system, CallContext.of(system));
    }

    private ConnectedSystem connected(String system) {
        return systems.find(system).orElseThrow(() -> new ConnectorFailed(Kind.PERMANENT, "没有配置系统 " + system));
    }

    /**
     * A record of a system in canonical shape.
     *
     * @param kind the canonical document's name: {@code ticket}
     * @throws ConnectorFailed when the mapping refuses it; {@link NothingRead} when it reads nothing of it
     */
    public JsonNode canonical(String system, String kind, JsonNode record) {
        CallContext context = CallContext.of(record.path("id").asText(""));
        return translation().read(connected(system), kind, record, context);
    }

    /** By the mappings in force now; one call keeps to them from its request to its answer. */
    private Translation translation() {
        return new Translation(mappings.get(), clock);
    }

    private Outgoing outward(
            Translation translation, ConnectedSystem system, String verb, JsonNode document, CallContext context) {
        return templates.writesChangedFields(system.kamelet(verb))
                ? translation.changesOutward(system, verb, document, context)
                : Outgoing.of(translation.outward(system, verb, document, context));
    }

    private JsonNode send(
            ConnectedSystem system, String verb, Outgoing outgoing, String externalId, CallContext context) {
        if (!templates.has(system.kamelet(verb))) {
            throw new ConnectorFailed(Kind.PERMANENT, "连接器 " + system.connector() + " 没有动作 " + verb);
        }
        return guards.guard(system.name(), () -> use(system, verb, outgoing, externalId, context));
    }

    private JsonNode use(
            ConnectedSystem system, String verb, Outgoing outgoing, String externalId, CallContext context) {
        return templates.use(generation -> {
            Map<String, Object> told = new HashMap<>(context.about());
            told.putAll(outgoing.about());
            Exchange exchange = generation.call(system.kamelet(verb), system, outgoing.document(), externalId, told);
            if (exchange.getException() != null) {
                boolean effectSent = exchange.getVariable(Failures.EFFECT_SENT) != null;
                throw Failures.of(exchange.getException(), effectSent, clock.instant());
            }
            return json(exchange.getMessage().getBody());
        });
    }

    /** A Kamelet answers with JSON as a tree or as maps and lists; anything else counts as no more than done. */
    private static JsonNode json(@Nullable Object body) {
        if (body instanceof JsonNode tree) {
            return tree;
        }
        return body instanceof Map || body instanceof List
                ? JSON.valueToTree(body)
                : JsonNodeFactory.instance.objectNode();
    }

    private static boolean isMissing(JsonNode answer) {
        return answer.path("found").isBoolean() && !answer.path("found").booleanValue();
    }
}
