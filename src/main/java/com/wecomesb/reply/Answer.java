package com.wecomesb.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out, in order.
 *
 * @param choice the wording of the library that it is; null for one that a rule has in place
 */
public record Answer(@Nullable Choice choice, List<ReplyMessage> messages) {

    public Answer {
        messages = List.copyOf(messages);
    }
}
