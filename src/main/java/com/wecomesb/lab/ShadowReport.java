package com.wecomesb.lab;

import com.wecomesb.document.Mistake;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a changed set of rules would have decided otherwise.
 *
 * @param before the snapshot in force
 * @param after the hash of the changed one
 * @param mistakes why the changed one cannot be published; where these are examples only, it is tried all the same
 * @param difference of the files and rules
 * @param totals null: it could not be tried
 * @param changes message by message, the newest first
 * @param more how many changes are not listed
 * @param limits what the trial does not know, in words for people
 */
public record ShadowReport(
        String before,
        String after,
        List<Mistake> mistakes,
        Difference difference,
        @Nullable Totals totals,
        List<Change> changes,
        int more,
        List<String> limits) {

    /** What every trial leaves open. */
    static final List<String> LIMITS = List.of(
            "每个事件都按它当时的联系人、会话和时刻来判断;新规则如果早些时候作了别的决定,对后面消息的影响(会话状态、标签、没答上的次数)不会推演",
            "规则的冷却时间按两套规则各自在这段时间里的动作推算;更早的动作只知道最近一次",
            "次数条件(count)按保存的事件计算,已清理的事件数不到",
            "外部分类器不会再问一次,用当时的结果;意图、相近问题和情绪按新文件重新理解",
            "转人工期间、太旧、没有接待的消息,客户对反问的“是/否”,以及总线自己的结果事件没有问过规则,不参加对比",
            "升级到保存判断依据的版本之前的事件不参加对比");

    /**
     * All in numbers.
     *
     * @param since from when on
     * @param asked events that both sets of rules were asked about
     * @param notAsked events of the period that no rule was asked about
     * @param complete whether all events of the period were looked at, or the newest only
     * @param changed decided otherwise
     * @param newlyAnswered answered by a rule where none was
     * @param noLongerAnswered the other way round
     * @param otherRule answered by another rule
     * @param otherActions the same rule does something else
     * @param sameSnapshot events that the configuration in force had really decided
     * @param asRecorded of those, how many the trial decides by the same rule as then: how far it can be trusted
     * @param moves how often one rule took the place of another, the most frequent first
     */
    public record Totals(
            Instant since,
            int asked,
            int notAsked,
            boolean complete,
            int changed,
            int newlyAnswered,
            int noLongerAnswered,
            int otherRule,
            int otherActions,
            int sameSnapshot,
            int asRecorded,
            List<Move> moves) {}

    /** One rule in the place of another; null: no rule. */
    public record Move(@Nullable String before, @Nullable String after, int count) {}
}
