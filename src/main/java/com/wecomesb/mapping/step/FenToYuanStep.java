package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/** {@code fen-to-yuan}: whole fen to yuan with two decimals, exact: 1230 becomes 12.30. */
final class FenToYuanStep extends ValueStep {

    static Step read(StepArgument argument) {
        argument.none();
        return new FenToYuanStep();
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        BigDecimal fen = Money.of(value);
        if (fen == null || (fen.scale() > 0 && fen.stripTrailingZeros().scale() > 0)) {
            return refusal.because("金额(分)要是整数");
        }
        return DecimalNode.valueOf(fen.movePointLeft(2).setScale(2));
    }
}
