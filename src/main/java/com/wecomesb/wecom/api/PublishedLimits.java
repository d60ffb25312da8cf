package com.wecomesb.wecom.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.wecom.api.Allowance.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the limits that WeCom publishes before WeCom does: what is above them it drops without a word, or it blocks the
 * path for all.
 */
final class PublishedLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** People see bursts to one person, so half may go at once; of a corp's calls a tenth is a burst enough. */
    private static final int PERSON_BURST = 2;

    private static final int CORP_BURST = 10;

    private final List<Limit> calls;
    private final List<Limit> memberMessages;
    private final List<Limit> webhookMessages;
    private final LiveInstances instances;
    private final Blocks blocks;
    private final Clock clock;
    private final Cache<Counter, Allowance> allowances;

    PublishedLimits(LimitSettings settings, Blocks blocks, LiveInstances instances, Clock clock) {
        this.calls = List.of(
                new Limit(settings.callsPerMinute(), MINUTE, CORP_BURST),
                new Limit(settings.callsPerHour(), HOUR, CORP_BURST));
        this.memberMessages = List.of(
                new Limit(settings.memberMessagesPerMinute(), MINUTE, PERSON_BURST),
                new Limit(settings.memberMessagesPerHour(), HOUR, PERSON_BURST));
        this.webhookMessages = List.of(new Limit(settings.webhookMessagesPerMinute(), MINUTE, PERSON_BURST));
        this.instances = instances;
        this.blocks = blocks;
        this.clock = clock;
        this.allowances = Caffeine.newBuilder()
                .maximumSize(settings.tracked())
                .expireAfterAccess(HOUR)
                .build();
    }

    /**
     * Counts a call that is about to go out.
     *
     * @throws WecomCallFailed THROTTLED with the instant from which on it may go, if it may not now
     */
    void admit(ApiCall call) {
        Instant blocked = blocks.until(call.scope());
        if (blocked != null) {
            throw throttled(call, Errcode.TOO_MANY_CALLS, blocked, "企业微信暂停了该接口的调用(频率限制),到期后自动恢复");
        }
        List<Allowance> taken = new ArrayList<>();
        for (Counter counter : countersOf(call)) {
            Allowance allowance =
                    allowances.get(counter, fresh -> new Allowance(limitsOf(fresh), instances.count(), clock));
            Duration wait = allowance.take(instances.count());
            if (!wait.isZero()) {
                taken.forEach(Allowance::giveBack);
                throw throttled(
                        call, WecomCallFailed.NO_ERRCODE, clock.instant().plus(wait), "已达到企业微信公布的频率限制,稍后自动发送");
            }
            taken.add(allowance);
        }
    }

    /** Application messages do not count as calls (document 90312); they count for each member. */
    private static List<Counter> countersOf(ApiCall call) {
        if (call.isApplicationMessage()) {
            return call.members().stream()
                    .map(member -> new Counter(Kind.MEMBER, call.corpId() + "|" + call.app(), member))
                    .toList();
        }
        Kind kind = call.isWebhook() ? Kind.WEBHOOK : Kind.CALLS;
        return List.of(new Counter(kind, call.scope().owner(), call.path()));
    }

    private List<Limit> limitsOf(Counter counter) {
        return switch (counter.kind()) {
            case CALLS -> calls;
            case MEMBER -> memberMessages;
            case WEBHOOK -> webhookMessages;
        };
    }

    private static WecomCallFailed throttled(ApiCall call, int errcode, Instant until, String reason) {
        return new WecomCallFailed(call.app(), call.path(), errcode, CallOutcome.THROTTLED, until, reason);
    }

    private enum Kind {
        CALLS,
        MEMBER,
        WEBHOOK
    }

    private record Counter(Kind kind, String owner, String subject) {

        /** Without the owner, which may be a webhook's key. */
        @Override
        public String toString() {
            return "Counter[" + kind + "]";
        }
    }
}
