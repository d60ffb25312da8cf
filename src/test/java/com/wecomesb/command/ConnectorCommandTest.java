package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorCommandTest {

    @TempDir
    Path folder;

    @Test
    void listsWhatIsShippedWithItsVerbs() {
        // When
        CommandRun list = run("connector", "list", "--dir", folder.toString());
        CommandRun json = run("connector", "list", "--json", "--dir", folder.toString());
        // Then
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).contains("rest  通用 REST", "ticket-create", "sql  数据库", "contact-changes");
        assertThat(json.out()).contains("\"connector\" : \"rest\"", "\"ticket-create\"");
    }

    @Test
    void showsWhatIsToBeSet() {
        // When
        CommandRun show = run("connector", "show", "rest", "--dir", folder.toString());
        CommandRun unknown = run("connector", "show", "rset", "--dir", folder.toString());
        // Then
        assertThat(show.out()).contains("esb.systems.NAME.client-secret", "密钥", "esb.systems.NAME.url", "必填", "默认 10s");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("rset");
    }

    @Test
    void hasNothingToCheckWithoutSystems() {
        // When
        CommandRun check = run("connector", "check", "--dir", folder.toString());
        CommandRun named = run("connector", "check", "crm", "--dir", folder.toString());
        // Then
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("esb.systems.NAME.connector");
        assertThat(named.exitCode()).isEqualTo(1);
    }

    @Test
    void beginsAConnectorThatTheCheckFindsNothingWrongWith() throws IOException {
        // Given
        Path routes = folder.resolve("routes");
        run("init", routes.toString());
        Path call = Files.writeString(
                folder.resolve("call.txt"),
                "curl https://desk.example.com/api/tickets -H 'Authorization: Bearer s3cret' -d '{\"subject\": \"x\"}'");
        // When
        CommandRun made = newDesk(call, routes);
        CommandRun check = run("rules", "check", "--dir", routes.toString());
        CommandRun list = run("connector", "list", "--dir", routes.toString());
        CommandRun again = newDesk(call, routes);
        // Then
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out())
                .contains("esb.systems.desk.url=https://desk.example.com", "esb.systems.desk.token=…")
                .doesNotContain("s3cret");
        assertThat(check.out()).contains("没有错误").doesNotContain("desk");
        assertThat(list.out()).contains("desk  desk  ticket-create");
        assertThat(again.out()).contains("已有,没有改").doesNotContain("写了");
    }

    @Test
    void saysWhyItCannotBegin() throws IOException {
        // Given
        Path call = Files.writeString(folder.resolve("call.txt"), "curl https://desk.example.com/api");
        // Then
        assertThat(run("connector", "new", "Desk!", "--verb", "ticket-create", "--from-curl", call.toString())
                        .err())
                .contains("小写字母");
        assertThat(run(
                                "connector",
                                "new",
                                "desk",
                                "--verb",
                                "make-tea",
                                "--from-curl",
                                call.toString(),
                                "--dir",
                                folder.toString())
                        .err())
                .contains("make-tea");
        assertThat(run("connector").exitCode()).isEqualTo(2);
    }

    private static CommandRun newDesk(Path call, Path routes) {
        return run(
                "connector",
                "new",
                "desk",
                "--verb",
                "ticket-create",
                "--from-curl",
                call.toString(),
                "--dir",
                routes.toString());
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(Map.of(), arguments);
    }
}
