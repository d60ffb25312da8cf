package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, Object> CONTEXT = Map.of(
            "contact", Map.of("name", "王芳", "tags", List.of("VIP", "会员")),
            "event", Map.of("text", "我要退货😀😀😀,{{ contact.name }}"),
            "order", Map.of("amount", 1999, "paidAt", "2026-11-20T16:30:00Z"));

    static Stream<Arguments> templates() {
        return Stream.of(
                argumentSet("a plain text", "请稍等", "请稍等"),
                argumentSet("a variable", "{{ contact.name }},您好", "王芳,您好"),
                argumentSet("an unknown variable", "({{ contact.nick }}{{ nobody.name }})", "()"),
                argumentSet("a default", "{{ contact.nick | default: '您好' }}", "您好"),
                argumentSet("a default that is not needed", "{{ contact.name | default: '您好' }}", "王芳"),
                argumentSet("characters, not their halves", "{{ event.text | truncate: 8 }}", "我要退货😀..."),
                argumentSet("a text that is short enough", "{{ contact.name | truncate: 2 }}", "王芳"),
                argumentSet("own dots", "{{ event.text | truncate: 5, '…' }}", "我要退货…"),
                argumentSet("what a customer wrote", "{{ event.text }}", "我要退货😀😀😀,{{ contact.name }}"),
                argumentSet("a condition", "{% if order %}有{% else %}无{% endif %}", "有"),
                argumentSet("a loop", "{% for tag in contact.tags %}{{ tag }};{% endfor %}", "VIP;会员;"),
                argumentSet("arithmetic", "{{ order.amount | divided_by: 100.0 }} 元", "19.99 元"),
                argumentSet(
                        "a date in the business time zone", "{{ order.paidAt | date: '%m-%d %H:%M' }}", "11-21 00:30"));
    }

    @ParameterizedTest
    @MethodSource
    void templates(String template, String rendered) {
        assertThat(Template.of(template).render(CONTEXT)).isEqualTo(rendered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{{ name ~ 模板写错了:{{ }} 或 {% %} 没有成对,或里面写得不完整",
                "{% if x %} ~ 模板写错了:没有写完,{% if %} 要有 {% endif %},{% for %} 要有 {% endfor %}",
                "{% dialog %} ~ 模板写错了:没有标签“{% dialog %}”",
                "{{ 姓名 }} ~ 模板写错了:{{ }} 里不能有“姓”:变量名只用英文字母,引号和标点用半角",
                "{{ name | default: ‘您好’ }} ~ 模板写错了:{{ }} 里不能有“‘”:变量名只用英文字母,引号和标点用半角"
            })
    void whatIsNotLiquidIsSaid(String template, String words) {
        assertThatThrownBy(() -> Template.of(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @Test
    void anUnknownFilterIsSaidWithThoseThatThereAre() {
        assertThatThrownBy(() -> Template.of("好\n{{ name | shorten: 3 }}"))
                .hasMessageStartingWith("模板写错了:没有过滤器“shorten”,可用:abs、")
                .hasMessageContaining("、truncate、");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'secret' %}",
                "{% for i in (1..100000000) %}x{% endfor %}",
                "{% assign x = 'aaaa' %}{% for i in (1..900) %}{% assign x = x | append: x %}{% endfor %}",
                "{% for i in (1..30) %}{% for j in (1..30) %}{{ event.text | append: event.text | append: event.text | append: event.text | append: event.text }}{% endfor %}{% endfor %}{% for k in (1..900) %}{{ event.text }}{% endfor %}",
                "{{ event.text | minus: 'a' }}"
            })
    void whatATemplateMayNotDoFailsWithoutACustomersWords(String template) {
        // Given
        Template compiled = Template.of(template);
        // When
        assertThatThrownBy(() -> compiled.render(CONTEXT))
                // Then
                .isInstanceOf(NotRendered.class)
                .hasNoCause()
                .message()
                .doesNotContain("退货");
    }

    @Test
    void customersOfTwoThreadsAreNeverMixed() {
        // Given
        Template template = Template.of("{{ contact.name }}{% for i in (1..20) %} {{ contact.name }}{% endfor %}");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        // When
        List<Future<String>> rendered = IntStream.range(0, 4000)
                .mapToObj(i -> threads.submit(() -> template.render(Map.of("contact", Map.of("name", "n" + i)))))
                .toList();
        threads.shutdown();
        // Then
        for (int i = 0; i < rendered.size(); i++) {
            String name = "n" + i;
            assertThat(rendered.get(i))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isEqualTo(name + (" " + name).repeat(20));
        }
    }
}
