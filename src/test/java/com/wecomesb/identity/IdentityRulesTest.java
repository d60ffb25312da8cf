package com.wecomesb.identity;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityRulesTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void theShippedFileSaysWhatHoldsWithoutOne() throws IOException {
        // When
        IdentityRules rules = read(Files.readString(Path.of("routes/identity.yaml")));
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(rules).isEqualTo(IdentityRules.USUAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'phones':['138 0013 8000']}          | {'phone':'+8613800138000'}            | 0.95",
                "{'emails':['A@b.cn']}                 | {'email':'a@b.cn'}                    | 0.9",
                "{'name':'王 芳','company':'云朵'}      | {'name':'王芳','company':'云朵'}       | 0.6",
                "{'name':'王芳'}                        | {'name':'王芳'}                        | 0",
                "{'identities':[{'kind':'unionid','issuer':'ww1','value':'u'}]} | {'identities':[{'kind':'unionid','value':'u'}]} | 1",
                "{'identities':[{'kind':'openid','issuer':'a','value':'o'}]} | {'identities':[{'kind':'openid','issuer':'b','value':'o'}]} | 0"
            })
    void tellsHowLikelyTwoPeopleAreOne(String one, String other, double certainty) {
        assertThat(IdentityRules.USUAL.likeness(person(one), person(other)).certainty())
                .isEqualTo(certainty);
    }

    @Test
    void twoDifferentExclusiveNamesMakeAQuestionOfACertainMatch() {
        // Given
        Person one = person(
                "{'phone':'13800138000','identities':[{'kind':'external_userid','issuer':'ww1','value':'wmA'}]}");
        Person other = person(
                "{'phone':'13800138000','identities':[{'kind':'external_userid','issuer':'ww1','value':'wmB'}]}");
        // When
        double certainty = IdentityRules.USUAL.likeness(one, other).certainty();
        // Then
        assertThat(certainty).isBetween(0.5, 0.8999);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certain: 95                                | certain 要写 0 到 1 之间的数",
                "{certain: 0.5, possible: 0.9}              | possible 不能大于 certain",
                "match: [{by: telephone, certainty: 1}]     | 不能按“telephone”识别",
                "match: [{certainty: 1}]                    | 身份规则要写 by",
                "match: [{by: company, certainty: 0.9}]     | 同一家公司不是同一个人"
            })
    void mistakesAreNamedWithWhatToWriteInstead(String file, String words) {
        // When
        read(file);
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).anyMatch(text -> text.contains(words));
    }

    private static Person person(String document) {
        return Person.of(json(document));
    }

    private IdentityRules read(String text) {
        return new IdentityFile()
                .read(List.of(new SourceFile("identity.yaml", text, SourceFile.Origin.COMPANY)), mistakes);
    }
}
