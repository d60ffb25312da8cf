package com.wecomesb.bus.camel;

import com.wecomesb.bus.ActionKind;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The component {@code bus:}. Found by Camel as the bean {@code bus-component}.
 *
 * <ul>
 *   <li>{@code from: bus:events} the events of one poll, an {@link com.wecomesb.bus.EventBatch}
 *   <li>{@code from: bus:actions/KIND} one action, an {@link com.wecomesb.bus.ActionReference}
 *   <li>{@code to: bus:events} appends an {@link com.wecomesb.bus.Event}
 *   <li>{@code to: bus:hints} appends a {@link com.wecomesb.bus.Hint}
 * </ul>
 */
final class BusComponent extends DefaultComponent {

    private static final String ACTIONS = "actions/";

    private final BusParts parts;

    BusComponent(BusParts parts) {
        this.parts = parts;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String path, Map<String, Object> parameters) {
        if (path.equals("events")) {
            return new EventsEndpoint(uri, this);
        }
        if (path.equals("hints")) {
            return new HintsEndpoint(uri, this);
        }
        if (path.startsWith(ACTIONS)) {
            return new ActionsEndpoint(uri, this, kind(uri, path.substring(ACTIONS.length())));
        }
        throw unknown(uri);
    }

    private static ActionKind kind(String uri, String word) {
        for (ActionKind kind : ActionKind.destinations()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw unknown(uri);
    }

    private static IllegalArgumentException unknown(String uri) {
        return new IllegalArgumentException(
                uri + ": there are bus:events, bus:hints and bus:actions/KIND with reply, crm, shop, ticket or notify");
    }

    BusParts parts() {
        return parts;
    }
}
