package com.wecomesb.reply;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads messages in a row, with their pauses, and the parts of an AIDA text. */
final class ScriptReader {

    private static final List<String> PARTS = List.of("attention", "interest", "desire", "action");
    private static final KnownKeys AIDA_KEYS = new KnownKeys("aida", PARTS);
    private static final KnownKeys PAUSE_KEYS = KnownKeys.of("pause", "pause");
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Mistakes mistakes;
    private final MessageReader messages;

    ScriptReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.messages = new MessageReader(mistakes);
    }

    Script messages(YamlNode list) {
        List<Script.Step> steps = new ArrayList<>();
        Duration pause = Duration.ZERO;
        YamlNode waiting = null;
        for (YamlNode item : list.items()) {
            Optional<YamlNode> wanted = item.get("pause");
            if (wanted.isEmpty()) {
                MessageTemplate message = messages.read(item);
                steps.add(new Script.Step(message, pause));
                pause = Duration.ZERO;
                waiting = null;
                continue;
            }
            PAUSE_KEYS.check(item, mistakes);
            if (steps.isEmpty() || waiting != null) {
                mistakes.add(item, "pause 要写在两条消息之间");
            }
            pause = pause(wanted.get());
            waiting = item;
        }
        if (waiting != null) {
            mistakes.add(waiting, "pause 要写在两条消息之间");
        }
        if (steps.size() > TextMessage.MOST) {
            mistakes.add(list, "有 " + steps.size() + " 条消息;客户写一条,微信客服最多回 " + TextMessage.MOST + " 条");
        }
        return new Script(steps);
    }

    /** {@code 500ms}, {@code 0.5s}, {@code 1s}. */
    private Duration pause(YamlNode node) {
        String text = node.text();
        boolean seconds = text.matches("[01](\\.[0-9]{1,3})?s");
        boolean milliseconds = text.matches("[0-9]{1,4}ms");
        long millis = seconds
                ? Math.round(Double.parseDouble(text.substring(0, text.length() - 1)) * 1000)
                : milliseconds ? Long.parseLong(text.substring(0, text.length() - 2)) : -1;
        if (millis < 0 || millis > LONGEST_PAUSE.toMillis()) {
            mistakes.add(node, "pause 要写 0 到 1 秒,例如 500ms;更长的间隔用 schedule 动作");
            return Duration.ZERO;
        }
        return Duration.ofMillis(millis);
    }

    /** Attention, interest, desire, action: one text, in which none of them may be missing. */
    Script aida(YamlNode map) {
        AIDA_KEYS.check(map, mistakes);
        List<Template> parts = new ArrayList<>();
        int bytes = 0;
        for (String name : PARTS) {
            Optional<YamlNode> part = map.get(name)
                    .filter(YamlNode::isText)
                    .filter(node -> !node.text().isBlank());
            if (part.isEmpty()) {
                mistakes.add(map.get(name).orElse(map), "aida 缺 " + name + "(" + meaning(name) + ")");
                continue;
            }
            parts.add(Template.of(part.get(), mistakes));
            bytes += Limit.bytesOf(Literal.of(part.get().text())) + 1;
        }
        if (bytes - 1 > TextPieces.MAX_BYTES) {
            mistakes.add(map, "aida 四段一共有 " + MessageReader.TEXT.exceededBy(bytes - 1));
        }
        return new Script(List.of(new Script.Step(new TextMessage(parts), Duration.ZERO)));
    }

    private static String meaning(String part) {
        return switch (part) {
            case "attention" -> "引起注意";
            case "interest" -> "说明好处";
            case "desire" -> "让人想要";
            default -> "请客户做什么";
        };
    }
}
