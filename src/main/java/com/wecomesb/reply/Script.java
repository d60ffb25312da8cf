package com.wecomesb.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages in a row. */
record Script(List<Step> steps) {

    static final Script EMPTY = new Script(List.of());

    /** A message and how long to wait before it. */
    record Step(MessageTemplate message, Duration pause) {}

    Script {
        steps = List.copyOf(steps);
    }

    List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        List<ReplyMessage> messages = new ArrayList<>();
        for (Step step : steps) {
            List<ReplyMessage> rendered = step.message().render(channel, context);
            for (int i = 0; i < rendered.size(); i++) {
                boolean waits = i == 0 && !messages.isEmpty();
                messages.add(waits ? rendered.get(i).after(step.pause()) : rendered.get(i));
            }
        }
        return messages;
    }

    Stream<MediaReference> media() {
        return steps.stream().flatMap(step -> step.message().media());
    }
}
