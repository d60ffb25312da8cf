package com.wecomesb.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Rules and messages of a shop's customer service, always the same: 70 % of the rules contain 1–3 keywords (any or all,
 * some with exclusions), 15 % are exact, 10 % are regular expressions with a literal part, 5 % ask for an account, too.
 */
final class RuleCorpus {

    private static final String CHARACTERS =
            "退货款换发票订单物流快递优惠价格会员积分尺码颜色质量问题售后保修安装配送地址电话活动赠品库存预售定金尾款投诉建议登录密码账号绑定手机电脑耳机衣服鞋子裙裤包表灯杯壶锅碗床柜桌椅";
    private static final String[] FILLERS = {
        "你好,", "请问", "我想", "麻烦帮我看一下", "昨天买的", "怎么", "可以吗", "谢谢", "在吗", "什么时候", "已经三天了", "😀", "please ", "ok", "?", "。", "20261120",
        "一直没有人回复我", "再不处理我就要投诉了", "帮忙查查"
    };
    private static final int TERMS = 5000;

    private final Random random = new Random(20261121);
    private final List<String> terms = new ArrayList<>();

    RuleCorpus() {
        for (int i = 0; i < TERMS; i++) {
            terms.add(word(2 + random.nextInt(3)));
        }
    }

    /** One rule in all the forms that are compared. */
    record Case(
            String id, int priority, List<String> any, List<String> all, List<String> except, Kind kind, String account) {

        /** How the words are looked for. */
        enum Kind {
            CONTAINS,
            EXACT,
            REGEX
        }

        String yaml() {
            String condition =
                    switch (kind) {
                        case EXACT -> "keywords: {any: [" + any.get(0) + "], mode: exact}";
                        case REGEX -> "regex: '" + any.get(0) + ".{0,3}[0-9]{4,12}'";
                        case CONTAINS ->
                            "keywords: {"
                                    + (all.isEmpty() ? "any: " + any : "all: " + all)
                                    + (except.isEmpty() ? "" : ", except: " + except)
                                    + "}";
                    };
            String asked = account.isEmpty() ? "" : ", account: " + account;
            return "- {id: %s, priority: %d, when: {%s%s}, then: [{reply: x}]}%n".formatted(id, priority, condition, asked);
        }

        /** As WxJava's router needs it: one expression for the whole message. */
        String regex() {
            return switch (kind) {
                case EXACT -> "[\\s\\p{P}~]*" + any.get(0) + "[\\s\\p{P}~]*";
                case REGEX -> "(?s).*" + any.get(0) + ".{0,3}[0-9]{4,12}.*";
                case CONTAINS ->
                    "(?s)"
                            + (except.isEmpty() ? "" : "(?!.*(" + String.join("|", except) + "))")
                            + all.stream().map(word -> "(?=.*" + word + ")").collect(Collectors.joining())
                            + (any.isEmpty() ? ".*" : ".*(" + String.join("|", any) + ").*");
            };
        }
    }

    List<Case> rules(int count) {
        List<Case> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int share = random.nextInt(100);
            Case.Kind kind = share < 15 ? Case.Kind.EXACT : share < 25 ? Case.Kind.REGEX : Case.Kind.CONTAINS;
            boolean all = kind == Case.Kind.CONTAINS && random.nextInt(3) == 0;
            List<String> words = some(kind == Case.Kind.CONTAINS ? 1 + random.nextInt(3) : 1);
            rules.add(new Case(
                    "r" + i,
                    random.nextInt(100_000),
                    all ? List.of() : words,
                    all ? words : List.of(),
                    kind == Case.Kind.CONTAINS && random.nextInt(5) == 0 ? some(1) : List.of(),
                    kind,
                    share >= 95 ? "B" : ""));
        }
        return rules;
    }

    /** Of 5 to 200 characters; most contain one or two terms. */
    List<String> messages(int count) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = 5 + (int) (195 * Math.pow(random.nextDouble(), 3));
            StringBuilder message = new StringBuilder();
            for (int term = random.nextInt(3); term > 0; term--) {
                message.append(FILLERS[random.nextInt(FILLERS.length)]).append(some(1).get(0));
            }
            while (message.length() < length) {
                message.append(FILLERS[random.nextInt(FILLERS.length)]);
            }
            int end = Character.isHighSurrogate(message.charAt(length - 1)) ? length - 1 : length;
            messages.add(message.substring(0, Math.min(end, message.length())));
        }
        return messages;
    }

    private List<String> some(int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(terms.get(random.nextInt(TERMS)));
        }
        return some;
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return word.toString();
    }
}
