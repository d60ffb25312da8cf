package com.wecomesb.connector.description;

import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.webhook.WebhookSection;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of system is spoken to. Immutable.
 *
 * @param name the first word of its Kamelets' names
 * @param documentation the address of the vendor's description, empty for none
 * @param protocol what its Kamelets speak
 * @param properties what {@code esb.systems.NAME.*} may say, in the order of the file, {@code url} and time-outs among them
 * @param refused what must not be set together
 * @param auth the ways to say who calls; the first whose settings are there is used
 * @param success what an answer must fulfil; without it 2xx and JSON that speaks of no error
 * @param envelope how answers wrap what was asked for
 * @param errors the first that holds of an answer says what it is
 * @param versions what in a record of a canonical kind rises with each change, by the kind
 * @param webhook how its webhooks are verified and read
 */
public record ConnectorDescription(
        String name,
        String title,
        Set<SystemKind> kinds,
        String documentation,
        Protocol protocol,
        Map<String, Property> properties,
        List<SettingRule> refused,
        List<Authentication> auth,
        Optional<Jslt> success,
        Envelope envelope,
        List<ErrorRule> errors,
        Limits limits,
        Optional<Probe> probe,
        Map<String, Jslt> versions,
        Optional<WebhookSection> webhook) {

    public ConnectorDescription {
        kinds = Set.copyOf(kinds);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        refused = List.copyOf(refused);
        auth = List.copyOf(auth);
        errors = List.copyOf(errors);
        versions = Map.copyOf(versions);
    }

    /** {@code system:} speaks the one, {@code table:} the other. */
    public enum Protocol {
        HTTP,
        JDBC
    }

    /**
     * What a setting is for. {@code required} ones have no default.
     *
     * @param values the only ones that it may have; empty where it may have any
     */
    public record Property(
            String name,
            String title,
            String description,
            boolean required,
            boolean secret,
            @Nullable String defaultValue,
            @Nullable String example,
            List<String> values) {

        public Property {
            values = List.copyOf(values);
        }
    }

    /**
     * Settings that do not go together: the bus does not start with them.
     *
     * @param setting the one that is to be mended
     * @param when over {@code $config}, and {@code $set} with the names of what is written anywhere
     * @param reason what to write instead
     */
    public record SettingRule(String setting, Jslt when, String reason) {}

    /**
     * What kind of failure an answer is.
     *
     * @param until in seconds from now, as seconds since 1970 or as a time, for {@link ErrorClass#THROTTLED}
     * @param reason for people, empty: the class says enough
     */
    public record ErrorRule(Jslt when, ErrorClass kind, Optional<Jslt> until, String reason) {}

    /** The classes of an {@link ErrorRule}. */
    public enum ErrorClass {
        RETRY,
        THROTTLED,
        PERMANENT,
        CONFLICT,
        MISSING,
        AUTH,
        UNKNOWN;

        /** As it is written in files: {@code throttled}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String[] words() {
            return Arrays.stream(values()).map(ErrorClass::word).toArray(String[]::new);
        }

        static Optional<ErrorClass> of(String word) {
            return Arrays.stream(values())
                    .filter(known -> known.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * How much a system takes.
     *
     * @param concurrent calls in flight at once, 0 for no limit of its own
     * @param perSecond calls started in a second, 0 for no limit
     * @param retryAfter the header that says how long to wait
     * @param remaining the header with the calls that are left
     * @param reset the header that says when there are more again
     */
    public record Limits(int concurrent, double perSecond, String retryAfter, String remaining, String reset) {

        static final Limits NONE = new Limits(0, 0, "retry-after", "", "");
    }

    /** A call that must fail without credentials, and what its answer must fulfil. */
    public record Probe(String path, String method, Optional<Jslt> body, Jslt expect) {}
}
