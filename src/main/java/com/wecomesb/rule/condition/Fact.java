package com.wecomesb.rule.condition;

import com.wecomesb.rule.Facts;

/** A fact that is one word, with its name for people. */
enum Fact {
    CHANNEL("渠道") {
        @Override
        String of(Facts facts) {
            return facts.channel();
        }
    },
    ACCOUNT("账号") {
        @Override
        String of(Facts facts) {
            return facts.account();
        }
    },
    APP("应用") {
        @Override
        String of(Facts facts) {
            return facts.app();
        }
    },
    BRAND("品牌") {
        @Override
        String of(Facts facts) {
            return facts.brand();
        }
    },
    MESSAGE_TYPE("消息类型") {
        @Override
        String of(Facts facts) {
            return facts.messageType();
        }
    },
    STATE("会话状态") {
        @Override
        String of(Facts facts) {
            return facts.conversationState();
        }
    },
    LAST_RULE("上一条起作用的规则") {
        @Override
        String of(Facts facts) {
            return facts.past().lastRule();
        }
    },
    LAST_REPLY("上一条回复") {
        @Override
        String of(Facts facts) {
            return facts.past().lastReply();
        }
    },
    CLICKED("点击的菜单项") {
        @Override
        String of(Facts facts) {
            return Clicks.item(facts);
        }
    };

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract String of(Facts facts);
}
