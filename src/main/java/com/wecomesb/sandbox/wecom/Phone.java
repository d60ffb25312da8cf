package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody sees in one chat on the telephone: the last two hundred messages. Thread-safe. */
public final class Phone {

    private static final int KEPT = 200;

    private final Deque<Bubble> bubbles = new ArrayDeque<>();

    /**
     * One message.
     *
     * @param from {@code customer}, {@code member}, {@code bot}, {@code servicer} or {@code note}
     * @param type WeCom's msgtype
     * @param text null for what has none, such as a picture
     * @param content all of it as it was sent, so that a page can show a menu's lines or a link; null for words alone
     */
    public record Bubble(
            String from,
            String type,
            @Nullable String text,
            @Nullable JsonNode content,
            Instant time,
            String msgid) {

        /** Words alone. */
        public static Bubble of(String from, String type, @Nullable String text, Instant time, String msgid) {
            return new Bubble(from, type, text, null, time, msgid);
        }

        /** What the bot sends. */
        public static Bubble ofBot(Content content, Instant time, String msgid) {
            JsonNode more = content.type().equals("text") ? null : content.body();
            return new Bubble("bot", content.type(), content.shown(), more, time, msgid);
        }
    }

    public synchronized void show(Bubble bubble) {
        bubbles.addLast(bubble);
        if (bubbles.size() > KEPT) {
            bubbles.removeFirst();
        }
    }

    public synchronized List<Bubble> bubbles() {
        return List.copyOf(bubbles);
    }
}
