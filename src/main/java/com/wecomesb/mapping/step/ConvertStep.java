package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code text}, {@code number}, {@code boolean}: the same value as another kind, exactly or not at all. */
final class ConvertStep extends ValueStep {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?");
    private static final Set<String> YES = Set.of("true", "yes", "1", "是", "y");
    private static final Set<String> NO = Set.of("false", "no", "0", "否", "n");

    /** One of the three. */
    @FunctionalInterface
    private interface Conversion {

        JsonNode of(JsonNode value, Refusal refusal);
    }

    private final Conversion conversion;
    private final Set<Kind> kinds;

    private ConvertStep(Conversion conversion, Set<Kind> kinds) {
        this.conversion = conversion;
        this.kinds = kinds;
    }

    static Step text(StepArgument argument) {
        argument.none();
        return new ConvertStep(
                (value, refusal) -> value.isTextual() ? value : TextNode.valueOf(ScalarText.of(value)),
                EnumSet.of(Kind.TEXT));
    }

    static Step number(StepArgument argument) {
        argument.none();
        return new ConvertStep(ConvertStep::number, EnumSet.of(Kind.INTEGER, Kind.DECIMAL));
    }

    static Step truth(StepArgument argument) {
        argument.none();
        return new ConvertStep(ConvertStep::truth, EnumSet.of(Kind.BOOLEAN));
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        return value.isContainerNode() ? refusal.because("只能转换文本、数字或真假值") : conversion.of(value, refusal);
    }

    private static JsonNode number(JsonNode value, Refusal refusal) {
        if (value.isNumber()) {
            return ScalarText.exact(value) == null ? refusal.because("不是数字") : value;
        }
        String text = ScalarText.of(value).strip();
        if (!NUMBER.matcher(text).matches()) {
            return refusal.because("不是数字,例如 12 或 12.30");
        }
        BigDecimal number = new BigDecimal(text);
        return number.scale() == 0 && number.precision() <= 18
                ? LongNode.valueOf(number.longValueExact())
                : DecimalNode.valueOf(number);
    }

    private static JsonNode truth(JsonNode value, Refusal refusal) {
        String text = ScalarText.of(value).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(text) || NO.contains(text)) {
            return BooleanNode.valueOf(YES.contains(text));
        }
        return refusal.because("不是真假值:true/false、yes/no、是/否、1/0");
    }

    @Override
    Set<Kind> made(Set<Kind> ofThese) {
        return kinds;
    }

    @Override
    public WayBack back() {
        return WayBack.nearly(kinds.contains(Kind.TEXT) ? "[number]" : "[text]");
    }
}
