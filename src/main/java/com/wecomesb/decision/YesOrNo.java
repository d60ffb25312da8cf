package com.wecomesb.decision;

import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.term.Core;
import java.util.Set;

/** What a customer's message says to a question, when it says nothing else. */
enum YesOrNo {
    YES,
    NO,
    /** Something else, which is decided as if nothing had been asked. */
    NEITHER;

    private static final Set<String> YES_WORDS = Set.of(
            "是", "是的", "是啊", "是呀", "是滴", "对", "对的", "对啊", "对呀", "对对", "嗯", "嗯嗯", "嗯呢", "恩", "没错", "好", "好的", "yes", "y",
            "ok", "1");
    private static final Set<String> NO_WORDS =
            Set.of("不是", "不是的", "不", "不对", "否", "不用", "不要", "没有", "no", "n", "2", "0");

    static YesOrNo of(String text) {
        String word = Core.text(Normalizer.normalize(text));
        if (YES_WORDS.contains(word)) {
            return YES;
        }
        return NO_WORDS.contains(word) ? NO : NEITHER;
    }
}
