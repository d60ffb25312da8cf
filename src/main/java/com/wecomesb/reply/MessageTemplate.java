package com.wecomesb.reply;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One message of an entry, before it is filled in for a person and a channel. */
interface MessageTemplate {

    /**
     * What goes out, in order; nothing when nothing is left after filling it in.
     *
     * @throws NotRendered when a value does not suit a template
     */
    List<ReplyMessage> render(Channel channel, Map<String, Object> context);

    /** The files that it sends. */
    default Stream<MediaReference> media() {
        return Stream.empty();
    }
}
