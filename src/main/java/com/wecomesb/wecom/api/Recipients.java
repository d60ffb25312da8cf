package com.wecomesb.wecom.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who did not get an application message although WeCom answered success: the ids that it names as invalid or without
 * licence, in lower case and joined by {@code |}.
 */
final class Recipients {

    private static final int NO_LICENCE = 701008;
    private static final int INVALID = 81013;

    private Recipients() {}

    /** The failure that a success of {@code message/send} hides, if one of the members that we addressed is refused. */
    static @Nullable WecomCallFailed refusedAmong(ApiCall call, JsonNode answer) {
        List<String> members = call.members();
        if (members.isEmpty()) {
            return null;
        }
        if (namesOneOf(members, answer.path("unlicenseduser"))) {
            return failure(call, NO_LICENCE, CallOutcome.CONFIGURATION, "接收人没有互通账号(许可),消息未送达");
        }
        if (namesOneOf(members, answer.path("invaliduser"))) {
            return failure(call, INVALID, CallOutcome.PERMANENT, "接收人无效或不在应用的可见范围内,消息未送达");
        }
        return null;
    }

    private static boolean namesOneOf(List<String> members, JsonNode ids) {
        Set<String> refused = new HashSet<>(
                Arrays.asList(ids.asText("").toLowerCase(Locale.ROOT).split("\\|")));
        return members.stream().anyMatch(refused::contains);
    }

    private static WecomCallFailed failure(ApiCall call, int errcode, CallOutcome outcome, String reason) {
        return new WecomCallFailed(call.app(), call.path(), errcode, outcome, null, reason);
    }
}
