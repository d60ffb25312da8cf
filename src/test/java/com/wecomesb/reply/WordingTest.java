package com.wecomesb.reply;

import static com.wecomesb.reply.Replies.ON_KF;
import static com.wecomesb.reply.Replies.mistakesIn;
import static com.wecomesb.reply.Replies.mistakesInMessages;
import static com.wecomesb.reply.Replies.read;
import static com.wecomesb.reply.Replies.saying;
import static com.wecomesb.reply.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wording somebody gets, and in what rhythm. */
class WordingTest {

    private static final ReplyLibrary VARIANTS = read("""
            replies:
              - id: a
                variants:
                  - {name: 热情, weight: 3, messages: [{text: 亲}]}
                  - {messages: [{text: 您好}]}
              - id: b
                variants:
                  - {messages: [{text: 甲}]}
                  - {messages: [{text: 乙}]}
            """);

    private static final ReplyLibrary STYLES = read("""
            replies:
              - id: a
                messages: [{text: 您好}]
                styles:
                  活泼: {messages: [{text: 哈喽}]}
                languages:
                  en:
                    messages: [{text: Hello}]
                    styles: {活泼: {messages: [{text: Hi!}]}}
                  zh-TW: {messages: [{text: 妳好}]}
            """);

    @Test
    void variantsAreSharedOutByTheirWeights() {
        // When
        Map<String, Long> shares = IntStream.range(0, 20_000)
                .mapToObj(i -> variantOf("a", "contact-" + i))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        // Then
        assertThat(shares.get("热情") / 20_000.0).isCloseTo(0.75, within(0.02));
        assertThat(shares.get("2") / 20_000.0).isCloseTo(0.25, within(0.02));
    }

    @Test
    void aContactAlwaysGetsTheSameVariantAndOtherEntriesAreChosenIndependently() {
        // When
        List<String> again = IntStream.range(0, 100)
                .mapToObj(i -> variantOf("a", "contact-7"))
                .distinct()
                .toList();
        long bothFirst = IntStream.range(0, 4_000)
                .filter(i -> variantOf("a", "c" + i).equals("热情")
                        && variantOf("b", "c" + i).equals("1"))
                .count();
        // Then
        assertThat(again).hasSize(1);
        assertThat(bothFirst / 4_000.0).isCloseTo(0.375, within(0.04));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "-, -, 您好, -, -",
                "活泼, -, 哈喽, -, 活泼",
                "正式, -, 您好, -, -",
                "-, en, Hello, en, -",
                "-, en-US, Hello, en, -",
                "-, EN_us, Hello, en, -",
                "活泼, en, Hi!, en, 活泼",
                "活泼, zh-TW, 妳好, zh-TW, -",
                "-, zh, 您好, -, -",
                "-, fr, 您好, -, -"
            },
            nullValues = "-")
    void styleAndLanguageAreTheContactsOrElseTheDefault(
            @Nullable String style,
            @Nullable String language,
            String text,
            @Nullable String chosenLanguage,
            @Nullable String chosenStyle) {
        // When
        Answer answer = STYLES.compose("a", new Recipient(Channel.KF, "c", style, language), Map.of());
        // Then
        assertThat(texts(answer)).containsExactly(text);
        assertThat(answer.choice()).isEqualTo(new Choice("a", chosenLanguage, chosenStyle, null));
    }

    @Test
    void theFourPartsOfAnAidaTextAreOneMessage() {
        // Given
        ReplyLibrary library = read("""
                replies:
                  - id: a
                    aida: {attention: "{{ contact.name }},上新啦", interest: 轻 30%, desire: 老客半价, action: 回复“要”下单}
                """);
        // When
        Answer answer = library.compose("a", ON_KF, Map.of("contact", Map.of("name", "王芳")));
        // Then
        assertThat(texts(answer)).containsExactly("王芳,上新啦\n轻 30%\n老客半价\n回复“要”下单");
    }

    @Test
    void aPausePushesTheMessagesBehindIt() {
        // Given
        ReplyLibrary library = saying("- text: 一\n- pause: 500ms\n- text: 二\n- text: 三\n- pause: 1s\n- text: 四");
        // When
        Answer answer = library.compose("a", ON_KF, Map.of());
        // Then
        assertThat(answer.messages())
                .extracting(ReplyMessage::pause)
                .containsExactly(Duration.ZERO, Duration.ofMillis(500), Duration.ZERO, Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "0s, true",
        "0ms, true",
        "1s, true",
        "1000ms, true",
        "0.25s, true",
        "1001ms, false",
        "5s, false",
        "1.5s, false",
        "1, false",
        "一秒, false"
    })
    void aPauseIsAtMostASecond(String pause, boolean fine) {
        // When
        List<String> mistakes = mistakesInMessages("- text: a\n- pause: " + pause + "\n- text: b");
        // Then
        assertThat(mistakes.isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: a, messages: [{text: b}], aida: {attention: a, interest: b, desire: c, action: d}} | 话术里 messages、variants、aida 只能写一个",
                "{id: a, aida: {attention: a, interest: b, action: d}} | aida 缺 desire(让人想要)",
                "{id: a, aida: {attention: a, interest: b, desire: ' ', action: d}} | aida 缺 desire(让人想要)",
                "{id: a, variants: [{messages: [{text: b}]}]} | variants 至少要有两个,只有一个就直接写 messages",
                "{id: a, variants: [{weight: 0, messages: [{text: b}]}, {messages: [{text: c}]}]} | weight 要写 1 到 1000 的整数",
                "{id: a, variants: [{name: x, messages: [{text: b}]}, {name: x, messages: [{text: c}]}]} | 两个 variants 同名“x”,报表里分不开",
                "{id: a, variants: [{name: x}, {messages: [{text: c}]}]} | 每个 variants 要有 messages(或 aida)",
                "{id: a, styles: {活泼: {messages: [{text: b}]}}} | 话术要有 messages(或 variants、aida)",
                "{id: a, messages: [{text: b}], styles: {活泼: []}} | “活泼”下面要写 messages(或 variants、aida)",
                "{id: a, messages: [{text: b}], languages: {英文: {messages: [{text: c}]}}} | 语言要写成 en、zh-TW 这样的代码",
                "{id: a, messages: [{text: b}], languages: en} | languages 要写成 {en: {messages: […]}}"
            })
    void mistakesSayWhatIsMissing(String entry, String words) {
        // When
        List<String> mistakes = mistakesIn("replies:\n  - " + entry);
        // Then
        assertThat(mistakes.stream().map(mistake -> mistake.replaceFirst("^[0-9]+:[0-9]+: ", "")))
                .contains(words);
    }

    @Test
    void theWholeOfAnAidaTextFitsIntoOneMessage() {
        // Given
        String part = "退".repeat(170);
        // When
        List<String> mistakes = mistakesIn("replies:\n  - {id: a, aida: {attention: " + part + ", interest: " + part
                + ", desire: " + part + ", action: " + part + "退}}");
        // Then
        assertThat(mistakes).isEmpty();
        assertThat(mistakesIn("replies:\n  - {id: a, aida: {attention: " + part + ", interest: " + part + ", desire: "
                        + part + ", action: " + part + "退退退}}"))
                .singleElement()
                .asString()
                .contains("aida 四段一共有 2052 字节,最多 2048 字节");
    }

    private static String variantOf(String reply, String contact) {
        Choice choice = VARIANTS.compose(reply, new Recipient(Channel.KF, contact, null, null), Map.of())
                .choice();
        assertThat(choice).isNotNull();
        return String.valueOf(choice.variant());
    }
}
