package com.wecomesb.decision;

import com.wecomesb.bus.ActionKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which system an action goes to, without knowing how it is spoken to. */
public interface Destinations {

    /**
     * The name of the system for a kind of action.
     *
     * @param named the system that the rule names, or null for the default of the kind
     */
    Optional<String> system(ActionKind kind, @Nullable String named);
}
