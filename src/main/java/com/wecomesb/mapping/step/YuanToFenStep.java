package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** {@code yuan-to-fen}: yuan with at most two decimals to whole fen, exact: 12.30 becomes 1230. */
final class YuanToFenStep extends ValueStep {

    static Step read(StepArgument argument) {
        argument.none();
        return new YuanToFenStep();
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        BigDecimal yuan = Money.of(value);
        if (yuan == null || yuan.stripTrailingZeros().scale() > 2) {
            return refusal.because("金额(元)要是数字,最多两位小数");
        }
        return LongNode.valueOf(yuan.movePointRight(2).longValueExact());
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.INTEGER);
    }

    @Override
    public WayBack back() {
        return WayBack.by("fen-to-yuan", new FenToYuanStep());
    }
}
