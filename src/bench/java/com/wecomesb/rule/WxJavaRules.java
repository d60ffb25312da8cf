package com.wecomesb.rule;

import java.util.List;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.message.WxCpMessageHandler;
import me.chanjar.weixin.cp.message.WxCpMessageRouter;
import me.chanjar.weixin.cp.message.WxCpMessageRouterRule;

/**
 * WxJava's message router: one expression for the content of each rule, tried in turn. The attribute is what it can ask for
 * beside the content: the sender.
 */
final class WxJavaRules implements Engine {

    private final WxCpMessageRouter toFirst = router();
    private final WxCpMessageRouter toAll = router();
    private Found found = new Found();
    private int first = NONE;

    WxJavaRules(List<Case> rules) {
        for (Case rule : Engine.byPriority(rules)) {
            add(toFirst, rule, (message, context, service, sessions) -> {
                        first = rule.number();
                        return null;
                    })
                    .end();
            add(toAll, rule, (message, context, service, sessions) -> {
                        found.add(rule.number());
                        return null;
                    })
                    .next();
        }
    }

    private static WxCpMessageRouter router() {
        WxCpMessageRouter router = new WxCpMessageRouter(new WxCpServiceImpl());
        router.setMessageDuplicateChecker(id -> false);
        return router;
    }

    private static WxCpMessageRouterRule add(
            WxCpMessageRouter router, Case rule, WxCpMessageHandler handler) {
        var line = router.rule().async(false).rContent(rule.wholeRegex());
        return (rule.level().isEmpty() ? line : line.fromUser(rule.level())).handler(handler);
    }

    private static WxCpXmlMessage message(Message message) {
        WxCpXmlMessage sent = new WxCpXmlMessage();
        sent.setContent(message.text());
        sent.setFromUserName(message.level());
        return sent;
    }

    @Override
    public int first(Message message) {
        first = NONE;
        toFirst.route(message(message));
        return first;
    }

    @Override
    public void all(Message message, Found into) {
        found = into;
        toAll.route(message(message));
    }

    @Override
    public void close() {
        toFirst.shutDownExecutorService();
        toAll.shutDownExecutorService();
    }
}
