package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;

/** What the name of a verb says about its document. */
final class Verbs {

    private Verbs() {}

    /** The canonical document that a verb is about. */
    static String canonical(String verb) {
        return verb.equals("ticket-comment") ? "comment" : verb.substring(0, Math.max(0, verb.indexOf('-')));
    }

    static boolean isLookUp(String verb) {
        return verb.endsWith("-find");
    }

    static boolean isOfChanges(String verb) {
        return verb.endsWith("-changes");
    }

    /** A contact is known there by its own id, whatever action brings it; everything else by the action's. */
    static String recordId(String verb, JsonNode document, CallContext context) {
        String own = document.path("id").asText("");
        return canonical(verb).equals("contact") && !own.isEmpty() ? own : context.externalId();
    }
}
