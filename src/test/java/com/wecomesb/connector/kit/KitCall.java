package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.CallContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One call of a connector with what went over the wire.
 *
 * @param title what is special about it, for the report
 * @param document the canonical document, the criteria of a look-up, or {@code cursor} and {@code limit}
 * @param id our id of what is to be done
 * @param key what the record is found by there; our id where nothing else is said
 * @param remoteId the record's own id there, where a link knows it; empty where none does
 * @param changed the fields that have changed since, of such a record; all where none is named
 * @param emptied what the record says before, in fields that are changed and not in the document, and no more afterwards
 * @param still the last step when that is still there
 * @param steps the captures of the call
 * @param effect the number of the step that changes something, 0 for a look-up
 * @param again the captures of the same call when it is repeated after it was done; none where it is the same
 * @param gone the captures of the same look-up when the record is not there
 * @param next for changes: the captures of each further page, called with the cursor before
 * @param result what must be in the answer; for changes: the ids of all pages in order
 * @param refused answers of the system that must be understood: at which step, in which way
 * @param written what the read back must show beside the texts that the effect sent
 * @param unique why two with our id cannot be there, empty where they can
 */
record KitCall(
        String verb,
        String title,
        JsonNode document,
        String id,
        String key,
        String remoteId,
        Set<String> changed,
        List<String> emptied,
        List<Capture> still,
        List<Capture> steps,
        int effect,
        List<Capture> again,
        List<Capture> gone,
        List<List<Capture>> next,
        JsonNode result,
        List<Refused> refused,
        List<String> written,
        String unique) {

    /** An answer of the system and the kind of failure that it is, or {@code missing}. */
    record Refused(Capture capture, int step, String kind) {}

    static KitCall of(Path folder, JsonNode call) {
        return new KitCall(
                call.path("verb").asText(),
                call.path("title").asText(""),
                call.path("document"),
                call.path("id").asText("a-1"),
                call.path("key").asText(call.path("id").asText("a-1")),
                call.path("remoteId").asText(""),
                Set.copyOf(texts(call.path("changed"))),
                texts(call.path("emptied")),
                KitFile.captures(folder, call.path("still")),
                KitFile.captures(folder, call.path("steps")),
                call.path("effect").asInt(0),
                KitFile.captures(folder, call.path("again")),
                KitFile.captures(folder, call.path("gone")),
                KitFile.stream(call.path("next"))
                        .map(page -> KitFile.captures(folder, page))
                        .toList(),
                call.path("result"),
                KitFile.stream(call.path("refused"))
                        .map(refused -> new Refused(
                                CaptureFile.one(folder, refused.path("answer").asText()),
                                refused.path("step").asInt(1),
                                refused.path("as").asText()))
                        .toList(),
                texts(call.path("written")),
                call.path("unique").asText(""));
    }

    private static List<String> texts(JsonNode list) {
        return KitFile.stream(list).map(JsonNode::asText).toList();
    }

    String name() {
        return title.isEmpty() ? verb : verb + " (" + title + ")";
    }

    /** The names of the files that the document brings. */
    Set<String> files() {
        return KitFile.stream(document.path("attachments"))
                .map(file -> file.path("name").asText())
                .collect(Collectors.toSet());
    }

    CallContext context() {
        CallContext context = CallContext.of(id);
        return remoteId.isEmpty() ? context : context.about(remoteId, "", changed);
    }

    /** The same when nothing has changed that the system knows. */
    CallContext idle() {
        return CallContext.of(id).about(remoteId, "", Set.of("attributes.nobodyKnows"));
    }

    boolean isWrite() {
        return effect > 0;
    }

    boolean isChanges() {
        return verb.endsWith("-changes");
    }

    boolean isLookUp() {
        return verb.endsWith("-find");
    }
}
