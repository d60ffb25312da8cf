package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

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

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.DECIMAL);
    }

    @Override
    public WayBack back() {
        return WayBack.by("yuan-to-fen", new YuanToFenStep());
    }
}
