package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.action.Verbs;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a colleague who takes over should know: who it is, what the customer wrote last, what the bot has done. */
@Component
class Briefing {

    private static final Duration OF_LATE = Duration.ofHours(24);
    private static final int MOST_WORDS = 300;
    private static final Set<String> SAYING = Set.of("kf/send_msg", "message/send");
    private static final Map<String, String> TYPES = Map.of(
            "image",
            "图片",
            "voice",
            "语音",
            "video",
            "视频",
            "file",
            "文件",
            "location",
            "位置",
            "link",
            "链接",
            "miniprogram",
            "小程序",
            "business_card",
            "名片",
            "merged_msg",
            "聊天记录");

    private final PastActions past;

    Briefing(PastActions past) {
        this.past = past;
    }

    /**
     * The text of the notice.
     *
     * @param spec its {@code text}, if there is one, is the first line
     * @param planned what the bot does in the same decision
     */
    String of(ActionSpec spec, Scene scene, List<ActionLog.Entry> planned) {
        List<String> lines = new ArrayList<>();
        String text = TemplatedJson.renderForPeople(spec.parameters().path("text"), scene.context())
                .asText("");
        lines.add(text.isBlank() ? name(scene) + " 需要人工处理" + account(scene) : text);
        String said = said(scene);
        if (!said.isEmpty()) {
            lines.add("客户说:" + said);
        }
        String done = done(scene, planned);
        if (!done.isEmpty()) {
            lines.add("机器人做过:" + done);
        }
        Contact contact = scene.contact();
        if (contact != null && !contact.tags().isEmpty()) {
            lines.add("标签:" + String.join("、", contact.tags()));
        }
        return ReplyLibrary.harmless(String.join("\n", lines));
    }

    private static String name(Scene scene) {
        return scene.contact() == null || scene.contact().name() == null
                ? "一位客户"
                : scene.contact().name();
    }

    private static String account(Scene scene) {
        Conversation conversation = scene.conversation();
        return conversation == null
                ? ""
                : "(" + scene.policy().account(conversation.address()).name() + ")";
    }

    private String said(Scene scene) {
        Conversation conversation = scene.conversation();
        boolean now = scene.event().uid().equals(scene.background().first().uid());
        JsonNode data = now || conversation == null
                ? scene.data()
                : past.lastMessage(conversation.id()).orElse(scene.data());
        JsonNode message = data.path("message");
        String words = message.path("text").asText("").strip();
        if (words.isEmpty()) {
            String type = message.path("type").asText("");
            return type.isEmpty() ? "" : "[" + TYPES.getOrDefault(type, type) + "]";
        }
        return words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS)) + "…";
    }

    private String done(Scene scene, List<ActionLog.Entry> planned) {
        Conversation conversation = scene.conversation();
        List<PastActions.Deed> before = conversation == null
                ? List.of()
                : past.of(conversation.id(), scene.now().minus(OF_LATE));
        List<PastActions.Deed> all = Stream.concat(
                        before.stream(), planned.stream().map(Briefing::deed))
                .filter(deed -> !deed.isPointless())
                .toList();
        long replies = all.stream().filter(Briefing::isReply).count();
        Set<String> parts = new LinkedHashSet<>();
        if (replies > 0) {
            parts.add("回复 " + replies + " 条");
        }
        all.stream()
                .filter(deed -> deed.kind().hasDestination() && !isReply(deed))
                .forEach(deed -> parts.add(words(deed)));
        return String.join(",", parts);
    }

    private static PastActions.Deed deed(ActionLog.Entry entry) {
        Action action = entry.action();
        return new PastActions.Deed(action.kind(), action.verb(), entry.state(), null);
    }

    private static boolean isReply(PastActions.Deed deed) {
        return deed.kind() == ActionKind.REPLY && SAYING.contains(deed.verb());
    }

    private static String words(PastActions.Deed deed) {
        String words = Verbs.words(deed.kind().word(), deed.verb());
        String number = deed.remoteId() == null || deed.kind() != ActionKind.TICKET ? "" : " " + deed.remoteId();
        return words + number + (deed.state() == ActionState.FAILED ? "(失败)" : "");
    }
}
