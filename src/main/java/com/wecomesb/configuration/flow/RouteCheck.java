package com.wecomesb.configuration.flow;

import com.wecomesb.document.Mistake;
import java.util.List;
import java.util.Map;

/** Tries Camel files out where a mistake does no harm: not in the context that is running. */
@FunctionalInterface
public interface RouteCheck {

    /** The mistakes of the files, text by path, Kamelets before the flows that use them. */
    List<Mistake> check(Map<String, String> files);
}
