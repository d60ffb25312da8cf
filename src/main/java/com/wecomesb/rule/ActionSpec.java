package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for, its templates not yet rendered.
 *
 * @param kind the action's word: {@code reply}, {@code crm}, {@code schedule}, …
 * @param verb the connector's verb, {@code do} in the file
 * @param system the system's name, or null for the default of the kind
 * @param parameters everything else that was written; {@code {"id": …}} for a reply of the library, {@code {"similar":
 *     true}} for the one that answers the nearest question, {@code {"to": …}} for a group that is told or a target that
 *     is called, a {@link Delay} for what is scheduled
 * @param as what templates of the branches call the result
 * @param deadline how long a look-up may take, {@code wait} in the file
 * @param branches what follows: {@code found}, {@code missing}, {@code failed} on a look-up, {@link #THEN} after a delay
 * @param where its place in the file
 */
public record ActionSpec(
        String kind,
        @Nullable String verb,
        @Nullable String system,
        JsonNode parameters,
        @Nullable String as,
        @Nullable Duration deadline,
        Map<String, List<ActionSpec>> branches,
        Position where) {

    /** The branch that follows after a delay. */
    public static final String THEN = "then";

    public ActionSpec {
        branches = branches.isEmpty() ? Map.of() : withoutEmpty(branches);
    }

    private static Map<String, List<ActionSpec>> withoutEmpty(Map<String, List<ActionSpec>> branches) {
        Map<String, List<ActionSpec>> taken = new LinkedHashMap<>();
        branches.forEach((name, specs) -> {
            if (!specs.isEmpty()) {
                taken.put(name, List.copyOf(specs));
            }
        });
        return Collections.unmodifiableMap(taken);
    }

    /** A reply of the library. */
    public static ActionSpec reply(String id) {
        return simple("reply", JsonNodeFactory.instance.objectNode().put("id", id));
    }

    /** A reply that stands in no file, {@code {"text": …}}. */
    public static ActionSpec replyInPlace(ObjectNode parameters) {
        return simple("reply", parameters);
    }

    /** Hands the conversation to people; without a group nobody is told. */
    public static ActionSpec handoff(@Nullable String group) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        return simple("handoff", group == null ? parameters : parameters.put("to", group));
    }

    private static ActionSpec simple(String kind, ObjectNode parameters) {
        return new ActionSpec(kind, null, null, parameters, null, null, Map.of(), Position.UNKNOWN);
    }

    /** What follows in a case; nothing when the file has no such branch. */
    public List<ActionSpec> branch(String name) {
        return branches.getOrDefault(name, List.of());
    }

    /** These without what the customer would read at once; what is scheduled stays as it is. */
    public static List<ActionSpec> withoutReplies(List<ActionSpec> specs) {
        return specs.stream()
                .filter(spec -> !spec.kind.equals("reply"))
                .map(spec ->
                        spec.mapped((name, following) -> name.equals(THEN) ? following : withoutReplies(following)))
                .toList();
    }

    private ActionSpec mapped(BiFunction<String, List<ActionSpec>, List<ActionSpec>> change) {
        Map<String, List<ActionSpec>> changed = new LinkedHashMap<>();
        branches.forEach((name, following) -> changed.put(name, change.apply(name, following)));
        return new ActionSpec(kind, verb, system, parameters, as, deadline, changed, where);
    }

    /** Whether it is about a ticket that is there already; a look-up that says what to look for is not. */
    public boolean isOnTicket() {
        if (!kind.equals("ticket") || verb == null) {
            return false;
        }
        return switch (verb) {
            case "ticket-create" -> false;
            case "ticket-find" ->
                parameters.isEmpty()
                        || (parameters.size() == 1 && parameters.path("with").isEmpty());
            default -> true;
        };
    }

    /** What a system is asked for: the verb as it is written, else the usual one of its kind. */
    public String systemVerb() {
        if (verb != null) {
            return verb;
        }
        return switch (kind) {
            case "crm" -> "contact-upsert";
            case "shop" -> "order-find";
            case "ticket" -> "ticket-create";
            default -> throw new IllegalStateException("not a system: " + kind);
        };
    }

    /** Whether it asks a system for a record. */
    public boolean isLookUp() {
        return verb != null && verb.endsWith("-find");
    }

    /** Whether it is the reply that the text is nearest to, {@code reply: {similar: true}}. */
    boolean asksForAnswer() {
        return kind.equals("reply") && parameters.path("similar").asBoolean();
    }

    /** The same with this reply wherever the nearest answer is asked for. */
    ActionSpec answering(String replyId) {
        JsonNode answered =
                asksForAnswer() ? JsonNodeFactory.instance.objectNode().put("id", replyId) : parameters;
        return new ActionSpec(kind, verb, system, answered, as, deadline, branches, where)
                .mapped((name, following) ->
                        following.stream().map(spec -> spec.answering(replyId)).toList());
    }

    /** This and everything in its branches. */
    public Stream<ActionSpec> withBranches() {
        return Stream.concat(
                Stream.of(this),
                branches.values().stream().flatMap(List::stream).flatMap(ActionSpec::withBranches));
    }

    /** The first of this and its branches that is so; null when none is. */
    @Nullable
    ActionSpec first(Predicate<ActionSpec> wanted) {
        if (wanted.test(this)) {
            return this;
        }
        for (List<ActionSpec> following : branches.values()) {
            for (ActionSpec spec : following) {
                ActionSpec found = spec.first(wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The ids of library replies that this and its branches name. */
    public List<String> replyIds() {
        return withBranches()
                .filter(spec ->
                        spec.kind.equals("reply") && spec.parameters.path("id").isTextual())
                .map(spec -> spec.parameters.path("id").asText())
                .toList();
    }
}
