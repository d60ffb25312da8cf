package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.reply.Answer;
import com.wecomesb.reply.Channel;
import com.wecomesb.reply.Recipient;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.ShippedReplies;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.condition.MessageTypes;
import com.wecomesb.understanding.ShippedLanguage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {

    private static final RuleSet RULES = RuleSet.read(RuleFiles.shipped(), new Mistakes());

    static Stream<YamlNode> files() {
        return RuleFiles.shipped().stream();
    }

    @Test
    void haveNoMistakeAndNothingToAskAbout() {
        // Given
        Mistakes mistakes = new Mistakes();
        // When
        RuleSet rules = RuleSet.read(RuleFiles.shipped(), mistakes);
        rules.checkExamples(ShippedLanguage.read(), Calendars.NONE, mistakes);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(RuleChecks.of(rules, ShippedLanguage.read(), Calendars.NONE, LocalDateTime.of(2026, 11, 21, 12, 0)))
                .isEmpty();
    }

    @Test
    void nameRepliesOfTheLibraryAndTemplatesThatParse() {
        // Given
        ReplyLibrary replies = ShippedReplies.read();
        // When
        Stream<String> mistakes = RULES.rules().stream()
                .flatMap(rule -> rule.then().stream())
                .flatMap(ActionSpec::withBranches)
                .flatMap(spec -> TemplatedJson.mistakes(spec.parameters()).stream());
        // Then
        assertThat(replies.ids()).containsAll(RULES.replyIds()).contains("fallback");
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void pointTheEditorToTheirSchema(YamlNode file) {
        assertThat(Path.of("routes", file.file()))
                .content()
                .startsWith("# yaml-language-server: $schema=../../docs/schema/%s.schema.json\n"
                        .formatted(file.file().replaceAll("/.*", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "你好,我想退货,怎么办理? | refund-request",
                "你好 | greeting",
                "订单20261120001到哪了 | where-is-my-order",
                "订单到哪了 | which-order",
                "我要投诉,到现在还没退款 | complaint",
                "宇宙有多大 | none"
            })
    void actAsTheFirstLookPromises(String text, String rule) {
        assertThat(RuleFiles.acting(RULES, ShippedLanguage.read(), text)).isEqualTo(rule);
    }

    static Stream<String> typesOfMessages() {
        return MessageTypes.KNOWN.stream().filter(type -> !type.equals("text"));
    }

    @ParameterizedTest
    @MethodSource("typesOfMessages")
    void haveADefaultForEachTypeOfMessage(String type) {
        // When
        List<Match> acting = RULES.acting(RuleFiles.facts("{event: {message: {type: %s}}}".formatted(type)));
        // Then
        assertThat(acting).hasSize(1);
        assertThat(acting.get(0).then().get(0).kind()).isEqualTo("reply");
    }

    @Test
    void lookUpTheOrderThatACardCarries() {
        // When
        List<Match> acting = RULES.acting(
                RuleFiles.facts("{event: {message: {type: channels_shop_order, order_id: '3704612354559743232'}}}"));
        // Then
        ActionSpec lookUp = acting.get(0).then().get(0);
        assertThat(lookUp.verb()).isEqualTo("order-find");
        assertThat(lookUp.branch("missing")).extracting(ActionSpec::kind).containsExactly("reply", "handoff");
    }

    @Test
    void answerTheRefundQuestionWithItsReplyOnlyOnce() {
        // Given
        Facts facts = DescribedFacts.text("你好,我想退货,怎么办理?").understoodBy(ShippedLanguage.read());
        Match match = RULES.acting(facts).get(0);
        // When
        Answer answer = ShippedReplies.read().compose("refund-how-to", Recipient.unknown(Channel.KF), Map.of());
        // Then
        assertThat(match.rule().then()).extracting(ActionSpec::kind).containsExactly("reply", "crm", "ticket");
        assertThat(match.rule().then().get(0).replyIds()).containsExactly("refund-how-to");
        assertThat(answer.messages())
                .extracting(message -> message.content().path("content").asText())
                .containsExactly("您好,七天内可无理由退换,请把订单号发给我。");
    }

    @Test
    void lookTheOrderUpByItsNumber() {
        // When
        Match match = RULES.acting(DescribedFacts.text("订单号：２０２６１１２０００１").understoodBy(ShippedLanguage.read()))
                .get(0);
        // Then
        ActionSpec lookUp = match.rule().then().get(0);
        assertThat(match.variables()).containsEntry("order", "20261120001");
        assertThat(lookUp.verb()).isEqualTo("order-find");
        assertThat(lookUp.as()).isEqualTo("order");
        assertThat(lookUp.deadline()).hasSeconds(3);
        assertThat(lookUp.branch("missing")).extracting(ActionSpec::kind).containsExactly("reply");
        assertThat(lookUp.branch("failed")).extracting(ActionSpec::kind).containsExactly("reply", "notify");
    }
}
