package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineCommandsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--esb.routes-dir=x, false",
        "--spring.profiles.active=x, false",
        "doctor, true",
        "doctr, true",
        "--help, true",
        "-h, true",
        "--version, true"
    })
    void tellsCommandsFromSettingsOfTheBus(String argument, boolean command) {
        assertThat(EsbCommand.isMeant(new String[] {argument})).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"doctr, 2", "rules, 2", "--help, 0", "--version, 0", "trace, 2"})
    void answersWrongUsageWithTwo(String argument, int exitCode) {
        assertThat(run(argument).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void writesTheExamplesIntoANewFolderAndFindsNoMistakeInThem() {
        // Given
        Path routes = folder.resolve("own/routes");
        // When
        CommandRun init = run("init", routes.toString());
        CommandRun check = run("rules", "check", "--dir", routes.toString());
        // Then
        assertThat(init.exitCode()).isZero();
        assertThat(routes.resolve("rules/returns.yaml")).exists();
        assertThat(routes.resolve("flows")).doesNotExist();
        assertThat(check.out()).contains("没有错误");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void writesNothingOverWhatIsThere() throws IOException {
        // Given
        Files.writeString(folder.resolve("mine"), "mine");
        // When
        CommandRun init = run("init", folder.toString());
        // Then
        assertThat(init.exitCode()).isEqualTo(1);
        assertThat(init.err()).contains("is there already");
        assertThat(folder).isDirectoryContaining("glob:**/mine");
    }

    @Test
    void listsAllMistakesOfAllFiles() throws IOException {
        // Given
        write("accounts.yaml", "accounts:\n  一: {app: service, mode: on}");
        write(
                "rules/a.yaml",
                "rules:\n  - id: a\n    when: {keywords: {any: [x]}}\n    then: [{reply: nowhere}]\n    priority: 很高");
        write("replies/b.yaml", "replies:\n  - id：b");
        // When
        CommandRun check = run("rules", "check", "--dir", folder.toString());
        CommandRun json = run("rules", "check", "--json", "--dir", folder.toString());
        // Then
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("accounts.yaml:2:", "rules/a.yaml:", "replies/b.yaml:2:");
        assertThat(json.out()).contains("\"file\" : \"accounts.yaml\"");
    }

    @Test
    void explainsWhichRuleActs() {
        // Given
        Path routes = folder.resolve("routes");
        run("init", routes.toString());
        // When
        CommandRun explained = run("rules", "explain", "--dir", routes.toString(), "你好,我想退货,怎么办理?");
        // Then
        assertThat(explained.exitCode()).isZero();
        assertThat(explained.out()).contains("命中 refund-request", "动作 reply", "动作 ticket ticket-create");
    }

    @Test
    void refusesATextThatTheLocaleHasGarbled() {
        // When
        CommandRun explained = run("rules", "explain", "\uFFFD\uFFFD");
        // Then
        assertThat(explained.exitCode()).isEqualTo(1);
        assertThat(explained.err()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void measuresHowWellIntentsAreToldApart() throws IOException {
        // Given
        write("intents/a.yaml", """
                intents:
                  - id: invoice
                    description: 发票
                    examples: [能开发票吗, 发票抬头写错了, 开专票, 发票什么时候寄, 电子发票发我, 税号发你了]
                  - id: size
                    description: 尺码
                    examples: [穿什么码, 尺码偏大吗, 有加大码吗, 身高165穿多大, 尺码表, 鞋子几码]
                """);
        // When
        CommandRun check = run("intents", "check", "--dir", folder.toString());
        CommandRun json = run("intents", "check", "--json", "--dir", folder.toString());
        // Then
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("2 个意图,12 句例句", "plain liblinear", "macro-F1", "threshold");
        assertThat(json.out()).contains("\"plainLiblinear\"", "\"confusion\"");
    }

    @Test
    void findsTheMistakesOfIntents() throws IOException {
        // Given
        write("intents/a.yaml", "intents:\n  - id: a\n    description: 甲\n    examples: [一]");
        // When
        CommandRun check = run("intents", "check", "--dir", folder.toString());
        CommandRun json = run("intents", "check", "--json", "--dir", folder.toString());
        // Then
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("intents/a.yaml:4:", "至少要 5 句");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(json.out()).contains("\"file\" : \"intents/a.yaml\"");
    }

    @Test
    void testsAMappingWithItsExamplesAndWithADocument() throws IOException {
        // Given
        write(
                "m.yaml",
                "mapping: m\nfields:\n  - {to: name, from: name, steps: [trim]}\nexamples:\n  - {in: {name: ' a '}, out: {name: a}}");
        write("in.json", "{\"name\": \" 王芳 \"}");
        // When
        CommandRun examples = run("mapping", "test", folder.resolve("m.yaml").toString());
        CommandRun document = run(
                "mapping",
                "test",
                folder.resolve("m.yaml").toString(),
                "--in",
                folder.resolve("in.json").toString());
        // Then
        assertThat(examples.exitCode()).isZero();
        assertThat(document.out()).contains("\"name\" : \"王芳\"");
    }

    @Test
    void mapsADocumentBackWithTablesAndSchemasFromTheFolder() throws IOException {
        // Given
        write("mappings/contact-to-m.yaml", """
                mapping: contact-to-m
                reverse: true
                tables: {stage: {csv: stages.csv}}
                fields:
                  - {to: state, from: stage, steps: [{lookup: stage}]}
                """);
        write("mappings/stages.csv", "ours,theirs\nnew,NEW\nvip,VIP\n");
        write("in.json", "{\"state\": \"VIP\", \"colour\": \"red\"}");
        String file = folder.resolve("mappings/contact-to-m.yaml").toString();
        // When
        CommandRun examples = run("mapping", "test", file);
        CommandRun back = run(
                "mapping",
                "test",
                file,
                "--back",
                "--in",
                folder.resolve("in.json").toString());
        // Then
        assertThat(examples.out()).contains("contact-to-m: 例子全部通过", "m-to-contact: 例子全部通过", "company、");
        assertThat(back.out())
                .contains("\"stage\" : \"vip\"", "stage ← state: \"VIP\" —lookup→ \"vip\"", "没有读取的来源字段:colour");
    }

    @Test
    void findsTheMistakeOfAMapping() throws IOException {
        // Given
        write("m.yaml", "mapping: m\nfields:\n  - {to: name, from: name, steps: [nosuch]}");
        // When
        CommandRun run = run("mapping", "test", folder.resolve("m.yaml").toString());
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("m.yaml:3:");
    }

    @Test
    void saysThatAFileIsMissing() {
        // When
        CommandRun run = run("mapping", "test", folder.resolve("nowhere.yaml").toString());
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no file").doesNotContain("Exception");
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(Map.of(), arguments);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
