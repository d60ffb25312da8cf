package com.wecomesb.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncFileTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void theShippedFileHasNoMistake() throws IOException {
        // When
        SyncPlan plan = read(Files.readString(Path.of("routes/sync.yaml")));
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(plan.all()).extracting(SyncRule::kind).containsExactly("contact", "order", "ticket");
    }

    @Test
    void aFieldTakesWhatItDoesNotSayFromItsSystem() {
        // When
        SyncRule rule =
                read("sync: [{system: erp, direction: out, conflicts: target, fields: {name: review, phones: both, tags: }}]")
                        .of("erp", "contact")
                        .orElseThrow();
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(rule.field("name")).contains(new FieldRule(Direction.OUT, Policy.REVIEW));
        assertThat(rule.field("phones")).contains(new FieldRule(Direction.BOTH, Policy.TARGET));
        assertThat(rule.field("tags")).contains(new FieldRule(Direction.OUT, Policy.TARGET));
        assertThat(rule.field("company")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sync: [{system: crmm}]                                | 没有配置叫“crmm”的系统,是不是“crm”?",
                "sync: [{kind: contact}]                               | 同步条目缺少 system",
                "sync: [{system: crm, kind: product}]                  | 不能同步“product”",
                "sync: [{system: crm, direction: bothh}]               | 方向不能写“bothh”,是不是“both”?",
                "sync: [{system: crm, conflicts: latest}]              | 冲突时不能写“latest”",
                "sync: [{system: shop, kind: order, direction: both}]  | order 只能写 direction: in",
                "sync: [{system: crm, fields: [phone]}]                | 联系人没有可以同步的字段“phone”,是不是“phones”?",
                "sync: [{system: crm}, {system: crm}]                  | crm 的 contact 已经在 sync.yaml:1 写过",
                "sync: [{system: crm, fields: {name: {conflict: x}}}]  | 同步字段里没有“conflict”,是不是“conflicts”?"
            })
    void mistakesAreNamedWithWhatToWriteInstead(String file, String words) {
        // When
        read(file);
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).anyMatch(text -> text.contains(words));
    }

    private SyncPlan read(String text) {
        return new SyncFile(Set.of("erp"))
                .read(List.of(new SourceFile("sync.yaml", text, SourceFile.Origin.COMPANY)), mistakes);
    }
}
