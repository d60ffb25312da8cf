package com.wecomesb.understanding.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.NotClassified.Reason;
import java.io.IOException;
import java.util.List;

/** Reads what a chat completion endpoint answers; nothing but the name of a known intent is taken from it. */
final class ChatAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChatAnswer() {}

    /**
     * The one guess of an answer, or none where it says that no intent suits.
     *
     * @throws NotClassified when it says anything else
     */
    static List<Guess> read(byte[] body, List<IntentExamples> intents) {
        JsonNode said = said(parse(body));
        String intent = said.path("intent").asText("");
        double confidence = said.path("confidence").asDouble(-1);
        boolean known = intents.stream().anyMatch(one -> one.id().equals(intent));
        if (intent.equals(ChatRequest.NO_INTENT) && !known) {
            return List.of();
        }
        if (!known || !said.path("confidence").isNumber() || confidence < 0 || confidence > 1) {
            throw new NotClassified(Reason.UNUSABLE, "the answer is not one of the intents with its confidence");
        }
        return List.of(new Guess(intent, confidence));
    }

    /** The JSON in what the model said, which may stand in a block of code or between words. */
    private static JsonNode said(JsonNode answer) {
        String content =
                answer.path("choices").path(0).path("message").path("content").asText("");
        int from = content.indexOf('{');
        int to = content.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new NotClassified(Reason.UNUSABLE, "the answer holds no JSON");
        }
        return parse(content.substring(from, to + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static JsonNode parse(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException exception) {
            throw new NotClassified(Reason.UNUSABLE, "the answer is not JSON");
        }
        throw new NotClassified(Reason.UNUSABLE, "the answer is not a JSON object");
    }
}
