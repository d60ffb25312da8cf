package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Rules tried in the shadow, published and taken back from the command line. */
class RuleLabCommandsTest extends AgainstStubBus {

    @Test
    void triesAFileInTheShadowAndTellsEachDifference() throws IOException {
        // Given
        Path file = Files.createDirectories(data.resolve("rules")).resolve("a.yaml");
        Files.writeString(file, "rules: []");
        bus.answers("POST /api/v1/rules/shadow", """
                {"before": "1", "after": "2", "mistakes": [], "more": 0, "limits": ["时刻"],
                 "difference": {"rules": {"added": ["b"], "changed": ["a"], "removed": [], "more": 0}, "files": {}},
                 "totals": {"asked": 9, "changed": 1, "newlyAnswered": 1, "complete": true, "sameSnapshot": 4, "asRecorded": 4},
                 "changes": [{"uid": "u1", "time": "2026-11-21T10:00:00Z", "text": "便宜点", "why": "规则“b”生效",
                   "before": {"rule": null, "actions": ["回复客户:x"]}, "after": {"rule": "b", "actions": ["创建工单:y"]}}]}
                """);
        // When
        CommandRun shadow = bus.run("rules", "shadow", file.toString(), "--days", "3");
        // Then
        assertThat(shadow.exitCode()).isZero();
        assertThat(bus.requests().get(0)).contains("{\"files\":{\"rules/a.yaml\":\"rules: []\"},\"days\":3");
        assertThat(shadow.out())
                .contains("规则 +b ~a", "“便宜点”", "(没有规则) → b", "回复客户:x → 创建工单:y", "9 个事件,1 个决定不同", "注意 时刻");
    }

    @Test
    void publishesAFolderWithItsAuthor() throws IOException {
        // Given
        Files.writeString(Files.createDirectories(data.resolve("rules")).resolve("a.yaml"), "rules: []");
        bus.answers("POST /api/v1/rules/publish", """
                {"version": {"number": 7, "snapshot": "abc", "author": "王芳", "reason": "双十一", "difference": {}}, "mistakes": []}
                """);
        // When
        CommandRun publish = bus.run("rules", "publish", data.toString(), "--author", "王芳", "--reason", "双十一");
        CommandRun nameless = bus.run("rules", "publish", data.toString(), "--reason", "双十一");
        // Then
        assertThat(publish.out()).contains("7  ", "王芳  双十一");
        assertThat(bus.requests().get(0)).contains("\"whole\":true", "\"author\":\"王芳\"");
        assertThat(nameless.exitCode()).isEqualTo(2);
    }

    @Test
    void goesBackAndFailsWhereNothingIsBefore() {
        // Given
        bus.answers("POST /api/v1/rules/versions/previous/restore", "404 {\"detail\": \"There is no version before\"}");
        bus.answers("POST /api/v1/rules/versions/3/restore", """
                {"version": {"number": 8, "restores": 3, "difference": {}}, "mistakes": []}
                """);
        // When
        CommandRun back = bus.run("rules", "back", "--author", "a", "--reason", "b");
        CommandRun there = bus.run("rules", "back", "--to", "3", "--author", "a", "--reason", "b");
        // Then
        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("There is no version before");
        assertThat(there.out()).contains("(回到 3)");
    }

    @Test
    void asksTheBusAboutAStoredContact() {
        // Given
        bus.answers("POST /api/v1/rules/explain", "{\"candidates\": [\"a\", \"b\"], \"matched\": []}");
        // When
        CommandRun explain = bus.run("rules", "explain", "在吗", "--contact", "wmABC");
        // Then
        assertThat(bus.requests().get(0)).contains("\"contact\":\"wmABC\"");
        assertThat(explain.out()).contains("候选 a、b");
    }
}
