package com.wecomesb.rule;

import com.wecomesb.rule.Case.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rules and messages of a shop's customer service, always the same. Of the rules 70 % contain 1–3 keywords (any or all, a
 * fifth with an exclusion), 15 % are exact, 10 % are regular expressions with a literal part, 5 % ask for an attribute of the
 * contact beside a keyword; priorities are random. Messages are 5 to 200 characters, mixed with order numbers, latin words
 * and emoji; most contain one or two terms of the domain, so at 100,000 rules about 120 match a message.
 */
final class RuleCorpus {

    private static final String[] THINGS = {
        "退货", "退款", "换货", "发票", "订单", "物流", "快递", "优惠券", "价格", "会员", "积分", "尺码", "颜色", "质量", "售后", "保修", "安装", "配送", "地址", "电话",
        "活动", "赠品", "库存", "预售", "定金", "尾款", "投诉", "登录", "密码", "账号", "手机", "电脑", "耳机", "衣服", "鞋子", "裙子", "水杯", "台灯", "手表", "背包",
        "冰箱", "洗衣机", "空调", "电视", "沙发", "床垫", "窗帘", "地毯", "锅具", "茶具", "书包", "雨伞", "帽子", "围巾", "手套", "面膜", "香水", "牙刷", "玩具", "图书"
    };
    private static final String[] ASPECTS = {
        "流程", "进度", "怎么办", "多久", "时间", "失败", "不对", "丢了", "坏了", "少发", "错发", "补发", "取消", "修改", "查询", "申请", "规则", "政策", "费用", "说明",
        "入口", "开具", "打印", "导出", "绑定", "解绑", "升级", "过期", "延长", "提前",
        "清单", "截图", "二维码", "礼品", "积点", "门店", "专员", "仓库", "货号", "批次"
    };
    private static final String[] FILLERS = {
        "你好,", "请问", "我想", "麻烦帮我看一下", "昨天买的", "怎么", "可以吗", "谢谢", "在吗", "什么时候", "已经三天了", "😀", "please ", "ok ", "?", "。", "iphone",
        "一直没有人回复我", "再不处理我就要去别家了", "帮忙查查", "编号", "👍", "急急急", "亲", "还有就是", "上次那个", "没有收到", "~"
    };
    private static final String[] TAILS = {
        ".{0,3}[0-9]{4,12}", "[0-9]{4,}", "(号|编号)?[0-9]{6,}", "[ :]*[0-9a-z]+", "的?(什么时候|多久|几天)"
    };

    private final Random random = new Random(20261121);
    private final List<String> terms;

    RuleCorpus() {
        Set<String> made = new LinkedHashSet<>(List.of(THINGS));
        for (String thing : THINGS) {
            for (String aspect : ASPECTS) {
                made.add(thing + aspect);
            }
        }
        terms = new ArrayList<>(made);
    }

    List<Case> rules(int count) {
        List<Case> rules = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            rules.add(rule(number));
        }
        return rules;
    }

    private Case rule(int number) {
        int share = random.nextInt(100);
        int priority = random.nextInt(900_000);
        if (share < 15) {
            return new Case(number, priority, Kind.EXACT, some(1), List.of(), "", "");
        }
        if (share < 25) {
            String literal = some(1).get(0);
            return new Case(
                    number, priority, Kind.REGEX, List.of(literal), List.of(), literal + TAILS[random.nextInt(TAILS.length)], "");
        }
        if (share < 30) {
            return new Case(number, priority, Kind.ANY, some(1), List.of(), "", random.nextBoolean() ? "gold" : "silver");
        }
        List<String> words = some(1 + random.nextInt(3));
        List<String> except = random.nextInt(5) == 0 ? some(1) : List.of();
        return new Case(number, priority, random.nextInt(3) == 0 ? Kind.ALL : Kind.ANY, words, except, "", "");
    }

    List<Message> messages(int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Message.of(text(), random.nextInt(4) == 0 ? "gold" : "none"));
        }
        return messages;
    }

    private String text() {
        if (random.nextInt(20) == 0) {
            return some(1).get(0) + "?";
        }
        int length = 5 + (int) (195 * Math.pow(random.nextDouble(), 3));
        List<String> parts = new ArrayList<>();
        int wanted = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(2);
        for (String term : some(wanted)) {
            parts.add(random.nextInt(6) == 0 ? term + (10_000_000L + random.nextInt(90_000_000)) : term);
            length -= term.length();
        }
        while (length > 0) {
            String filler = FILLERS[random.nextInt(FILLERS.length)];
            parts.add(random.nextInt(parts.size() + 1), filler);
            length -= filler.length();
        }
        return String.join("", parts);
    }

    private List<String> some(int count) {
        Set<String> some = new LinkedHashSet<>();
        while (some.size() < count) {
            some.add(terms.get(random.nextInt(terms.size())));
        }
        return List.copyOf(new ArrayList<>(some));
    }
}
