package com.wecomesb.wecom.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Until when WeCom refuses which calls, as far as it has told us by refusing one. */
final class Blocks {

    /** WeCom's calendar day. */
    private static final ZoneId WECOM_DAY = ZoneId.of("Asia/Shanghai");

    private static final Duration LONGEST = Duration.ofDays(1);

    private final LimitSettings settings;
    private final Clock clock;
    private final Cache<ApiCall.Scope, Block> blocks;

    Blocks(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.blocks = Caffeine.newBuilder()
                .maximumSize(settings.tracked())
                .expireAfterWrite(LONGEST.multipliedBy(2))
                .build();
    }

    /** The end of the block that holds now, if one does. */
    @Nullable
    Instant until(ApiCall.Scope scope) {
        Block block = blocks.getIfPresent(scope);
        return block != null && clock.instant().isBefore(block.until()) ? block.until() : null;
    }

    /**
     * Notes that WeCom has refused a call, and answers until when it will. Refused again soon after a block has ended,
     * it was a limit with a longer block.
     */
    Instant start(ApiCall.Scope scope, BlockWindow shortest) {
        return blocks.asMap()
                .compute(scope, (key, last) -> {
                    Instant now = clock.instant();
                    if (last != null && now.isBefore(last.until())) {
                        return last;
                    }
                    boolean recurred = last != null && now.isBefore(last.until().plus(lengthOf(last.window())));
                    BlockWindow window = recurred ? last.window().next() : shortest;
                    return new Block(window, endOf(window, now));
                })
                .until();
    }

    private Instant endOf(BlockWindow window, Instant now) {
        return window == BlockWindow.DAY
                ? LocalDate.ofInstant(now, WECOM_DAY)
                        .plusDays(1)
                        .atStartOfDay(WECOM_DAY)
                        .toInstant()
                : now.plus(lengthOf(window));
    }

    private Duration lengthOf(BlockWindow window) {
        return switch (window) {
            case MINUTE -> settings.minuteBlock();
            case HOUR -> settings.hourBlock();
            case DAY -> LONGEST;
        };
    }

    private record Block(BlockWindow window, Instant until) {}
}
