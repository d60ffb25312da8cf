package com.wecomesb.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.understanding.classifier.Outcomes.Sure;
import org.junit.jupiter.api.Test;

/** Folds and seeds are fixed: the figures are the same in every run. */
class IntentQualityTest {

    private static final IntentQuality QUALITY =
            IntentQuality.of(ShippedIntents.model().intents());

    @Test
    void tellsIntentsApartClearlyBetterThanPlainLiblinear() {
        assertThat(QUALITY.ours().macroF1()).isGreaterThan(QUALITY.plain().macroF1() + 0.10);
    }

    @Test
    void isBetterAlsoWithoutTheWordsThatNoTrainingSentenceHas() {
        assertThat(QUALITY.withoutUnseenWords().macroF1())
                .isGreaterThan(QUALITY.plain().macroF1());
    }

    @Test
    void isRightNineteenTimesInTwentyWhereItIsSure() {
        // When
        Sure sure = QUALITY.ours().from(Understanding.SURE_FROM);
        // Then
        assertThat(sure.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(sure.coverage()).isGreaterThan(0.1);
    }

    @Test
    void countsEverySentenceOnceInTheConfusion() {
        // When
        int counted = 0;
        for (int[] row : QUALITY.ours().confusion()) {
            for (int cell : row) {
                counted += cell;
            }
        }
        // Then
        assertThat(counted).isEqualTo(QUALITY.ours().list().size());
    }
}
