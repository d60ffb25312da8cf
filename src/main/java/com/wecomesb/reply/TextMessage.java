package com.wecomesb.reply;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words; the parts each begin a line, those that are empty are left out. */
record TextMessage(List<Template> parts) implements MessageTemplate {

    /** 微信客服 takes no more after one message of the customer (W94677). */
    static final int MOST = 5;

    @Override
    public List<ReplyMessage> render(Channel channel, Map<String, Object> context) {
        return of(parts.stream()
                .map(part -> part.render(context).strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    /** As few messages as hold the text; what would be longer than {@value #MOST} messages ends with an ellipsis. */
    static List<ReplyMessage> of(String text) {
        List<String> pieces = TextPieces.of(text.strip());
        if (pieces.size() > MOST) {
            String last = Limit.bytes(TextPieces.MAX_BYTES).cut(pieces.get(MOST - 1) + pieces.get(MOST));
            pieces = Stream.concat(pieces.stream().limit(MOST - 1L), Stream.of(last))
                    .toList();
        }
        return pieces.stream().map(ReplyMessage::text).toList();
    }
}
