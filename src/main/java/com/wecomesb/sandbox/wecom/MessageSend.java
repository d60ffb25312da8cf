package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code message/send} (W90236). What is too much for a member, and what is identical within the checked interval, is
 * answered with success and does not arrive.
 */
@Simulated
public class MessageSend implements ApiCall {

    private final MessageContent contents;
    private final Members members;
    private final DuplicateCheck duplicates;
    private final Frequency perMember;
    private final SentMessages sent;
    private final Ids ids;
    private final SandboxTime time;
    private final Changes changes;

    MessageSend(
            MessageContent contents,
            Members members,
            DuplicateCheck duplicates,
            SentMessages sent,
            Ids ids,
            SandboxSettings settings,
            SandboxTime time,
            Changes changes) {
        SandboxSettings.Limits limits = settings.limits();
        this.contents = contents;
        this.members = members;
        this.duplicates = duplicates;
        this.perMember = new Frequency(limits.memberPerMinute(), limits.memberPerHour(), false, time);
        this.sent = sent;
        this.ids = ids;
        this.time = time;
        this.changes = changes;
    }

    @Override
    public String path() {
        return "message/send";
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public boolean counts() {
        return false;
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        Content content = Content.of(request.body());
        Errcode fault = fault(request, content);
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        Recipients recipients = Recipients.of(request.body(), members);
        if (recipients.valid().isEmpty()) {
            return ApiAnswer.error(Errcode.ALL_RECIPIENTS_INVALID);
        }
        String msgid = ids.text("sandbox-");
        boolean repeated = checksDuplicates(request) && duplicates.isRepeated(request.raw(), interval(request));
        for (Members.Member member : recipients.valid()) {
            deliver(request.app(), member, content, msgid, repeated);
        }
        return ApiAnswer.ok(accepted(recipients, msgid));
    }

    private @Nullable Errcode fault(ApiRequest request, Content content) {
        Errcode fault = contents.fault(content);
        if (fault == null && !content.type().equals("miniprogram_notice")) {
            fault = agentFault(request);
        }
        if (fault == null && interval(request).compareTo(DuplicateCheck.LONGEST_INTERVAL) > 0) {
            fault = Errcode.WRONG_PARAMETER;
        }
        return fault == null ? Recipients.fault(request.body()) : fault;
    }

    private static @Nullable Errcode agentFault(ApiRequest request) {
        JsonNode agent = request.body().path("agentid");
        if (!agent.isInt() && !agent.asText("").matches("[0-9]{1,9}")) {
            return Errcode.WRONG_AGENT;
        }
        return agent.asInt() == request.app().agentId() ? null : Errcode.AGENT_OF_OTHER_TOKEN;
    }

    private static boolean checksDuplicates(ApiRequest request) {
        return request.body().path("enable_duplicate_check").asInt(0) == 1;
    }

    private static Duration interval(ApiRequest request) {
        long fallback = DuplicateCheck.DEFAULT_INTERVAL.toSeconds();
        return Duration.ofSeconds(
                request.body().path("duplicate_check_interval").asLong(fallback));
    }

    private void deliver(WecomApp app, Members.Member member, Content content, String msgid, boolean repeated) {
        String dropped = repeated ? "duplicate" : null;
        if (dropped == null && !perMember.admits(app.name() + "/" + member.userid())) {
            dropped = "member-limit";
        }
        sent.add(path(), Integer.toString(app.agentId()), member.userid(), msgid, content, dropped);
        if (dropped == null) {
            member.phone().show(Phone.Bubble.ofBot(content, time.now(), msgid));
            changes.note("member", member.userid());
        }
    }

    private static ObjectNode accepted(Recipients recipients, String msgid) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        if (!recipients.areComplete()) {
            fields.put("invaliduser", String.join("|", recipients.invalidUsers()));
            fields.put("invalidparty", String.join("|", recipients.invalidParties()));
            fields.put("invalidtag", String.join("|", recipients.invalidTags()));
        }
        return fields.put("msgid", msgid);
    }

    /** Forgets what was counted and checked. */
    public void reset() {
        perMember.reset();
        duplicates.reset();
    }
}
