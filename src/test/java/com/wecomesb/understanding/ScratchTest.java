package com.wecomesb.understanding;

import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void look() {
        Language l = ShippedLanguage.read();
        for (String t : List.of(
                "这个质量不行 给我退钱",
                "不合身,帮我退了吧",
                "不合适想寄回去",
                "这双鞋我不想要了,能寄回去吗",
                "我搬家了,能寄到新家吗",
                "地址写错了",
                "收货地址能改吗",
                "能换个地址寄吗",
                "买贵了能退差价吗",
                "你们有价格保护吗",
                "你是人工智能吗",
                "量子纠缠是什么",
                "宇宙有多大",
                "我不想退货了",
                "你们几点下班",
                "可以开一张专票吗",
                "垃圾东西,气死我了",
                "你好,我想退货,怎么办理?",
                "今天天气怎么样",
                "讲个笑话",
                "早上好",
                "谢谢")) {
            var u = l.understand(t);
            System.out.println(t + " -> "
                    + u.intents().stream()
                            .limit(2)
                            .map(g -> g.name() + String.format(" %.2f", g.score()))
                            .toList() + " sure " + u.sureFrom() + " "
                    + u.answers().stream()
                            .limit(1)
                            .map(g -> g.name() + String.format(" %.2f", g.score()))
                            .toList() + u.sentiment());
        }
        String t = "你好,请问怎么退货呀";
        for (int i = 0; i < 20000; i++) l.understand(t);
        long s = System.nanoTime();
        for (int i = 0; i < 20000; i++) l.understand(t);
        System.out.println("us " + (System.nanoTime() - s) / 20000e3);
    }
}
