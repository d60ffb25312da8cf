package com.wecomesb.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Industries in which a bot may not guess what a customer means. */
public enum Industry {
    FINANCE("finance", "金融业务不允许猜测客户的意思:答错利率、额度、风险等级要承担适当性责任"),
    MEDICINE("medicine", "医疗业务不允许猜测客户的意思:答错用药、症状会伤害病人");

    private final String word;
    private final String reason;

    Industry(String word, String reason) {
        this.word = word;
        this.reason = reason;
    }

    /** As {@code accounts.yaml} has it. */
    public String word() {
        return word;
    }

    /** Why it may not guess, for people. */
    public String reason() {
        return reason;
    }

    static Optional<Industry> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Industry::word).toList();
    }
}
