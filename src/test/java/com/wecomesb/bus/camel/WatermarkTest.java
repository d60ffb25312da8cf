package com.wecomesb.bus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    @Test
    void hasNothingToCommitBeforeARecordHasStarted() {
        assertThat(new Watermark().committable()).isEmpty();
    }

    @Property
    void neverPassesARecordThatIsNotCompletedAndEndsBehindTheLast(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5) Integer> gaps, @ForAll long seed) {
        // Given
        Watermark watermark = new Watermark();
        Random random = new Random(seed);
        TreeSet<Long> open = new TreeSet<>();
        long offset = 0;
        long before = 0;

        // When
        for (int gap : gaps) {
            offset += gap;
            watermark.started(offset);
            open.add(offset);
            for (long done : someOf(open, random)) {
                watermark.completed(done);
                open.remove(done);
            }

            // Then
            long committable = watermark.committable().orElseThrow();
            assertThat(committable).isGreaterThanOrEqualTo(before);
            assertThat(open.headSet(committable)).isEmpty();
            before = committable;
        }
        open.forEach(watermark::completed);
        assertThat(watermark.committable()).isEqualTo(OptionalLong.of(offset + 1));
        assertThat(watermark.open()).isZero();
    }

    private static List<Long> someOf(TreeSet<Long> open, Random random) {
        List<Long> shuffled = new ArrayList<>(open);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(shuffled.size() + 1));
    }
}
