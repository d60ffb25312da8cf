package com.wecomesb.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A field that could not be mapped. Says everything but the value, which may be a customer's.
 *
 * @param mapping the mapping's name
 * @param target the field that stays empty
 * @param source the path that was read; null for a constant or a text
 * @param step the step that refused; null when the field itself has the rule
 * @param kind what the value is: 文本, 整数, 小数, 真假值, 列表, 对象, 空
 * @param rule what it broke, in Chinese
 */
public record Violation(
        String mapping,
        String target,
        @Nullable String source,
        @Nullable String step,
        String kind,
        String rule) {

    /** One sentence for people: {@code contact-to-hubspot:phones[0] → properties.phone,步骤 phone:文本,不是电话号码}. */
    public String sentence() {
        return mapping + ":" + (source == null ? "" : source + " → ") + target + (step == null ? "" : ",步骤 " + step)
                + ":" + kind + "," + rule;
    }
}
