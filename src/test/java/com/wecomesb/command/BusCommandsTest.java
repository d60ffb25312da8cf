package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands that ask a running bus and tell what it answers. */
class BusCommandsTest extends AgainstStubBus {

    @Test
    void tellsTheStepsOfATrace() {
        // Given
        bus.answers(
                "GET /api/v1/trace/msg%201",
                "{\"traces\":[{\"causality\":\"u\",\"steps\":[{\"ms\":12,\"what\":\"回复客户:完成\",\"detail\":\"x\"}]}]}");
        // When
        CommandRun run = bus.run("trace", "msg 1");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("12 ms  回复客户:完成  x");
        assertThat(bus.requests()).containsExactly("GET /api/v1/trace/msg%201 Bearer key-of-the-file ");
    }

    @Test
    void tellsWhatOtherSystemsHaveOfATracedContact() {
        // Given
        bus.answers(
                "GET /api/v1/trace/c1",
                "{\"links\":[{\"system\":\"crm\",\"kind\":\"contact\",\"record\":\"R9\",\"contact\":\"c1\",\"gone\":true,"
                        + "\"synchronisedAt\":\"2026-11-20T08:00:00Z\"}],\"traces\":[]}");
        // When
        CommandRun run = bus.run("trace", "c1");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("联系人 c1 是 crm 的 contact R9,最后同步 2026-11-20T08:00:00Z,那边已删除");
    }

    @Test
    void printsTheAnswerAsJsonWhenAsked() {
        // Given
        bus.answers("GET /api/v1/gates", "{\"items\":[]}");
        // When
        CommandRun run = bus.run("gates", "--json");
        // Then
        assertThat(run.out()).isEqualToIgnoringWhitespace("{\"items\":[]}");
    }

    @Test
    void prefersTheKeyThatIsGiven() {
        // Given
        bus.answers("GET /api/v1/gates", "{\"items\":[]}");
        // When
        bus.run("gates", "--key", "given");
        // Then
        assertThat(bus.requests().get(0)).contains("Bearer given");
    }

    @Test
    void saysThatTheBusCannotBeReached() {
        // Given
        bus.close();
        // When
        CommandRun run = bus.run("status");
        CommandRun doctor = bus.run("doctor", "--dir", data.resolve("no-routes").toString());
        // Then
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("the bus cannot be reached");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("✗ bus: the bus cannot be reached");
    }

    @Test
    void showsWhatWaitsAndFailsWhenFilesHaveMistakes() {
        // Given
        bus.answers(
                "GET /api/v1/status",
                "{\"snapshot\":\"abc\",\"waiting\":[{\"kind\":\"crm\",\"count\":3,\"oldestSeconds\":9}],"
                        + "\"mistakes\":[{\"text\":\"rules/a.yaml:1:1: 不对\"}]}");
        // When
        CommandRun run = bus.run("status");
        // Then
        assertThat(run.out()).contains("crm 等待 3,最久 9 秒", "rules/a.yaml:1:1: 不对");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void pausesWithAReasonAndResumes() {
        // Given
        bus.answers(
                "POST /api/v1/gates", "{\"items\":[{\"kind\":\"pause\",\"scope\":\"system:crm\",\"reason\":\"升级\"}]}");
        bus.answers("DELETE /api/v1/gates/system%3Acrm", "{\"items\":[]}");
        // When
        CommandRun paused = bus.run("pause", "system:crm", "--reason", "升级");
        CommandRun resumed = bus.run("resume", "system:crm");
        // Then
        assertThat(paused.out()).contains("pause  system:crm");
        assertThat(resumed.exitCode()).isZero();
        assertThat(bus.requests().get(0)).contains("\"scope\":\"system:crm\"", "\"reason\":\"升级\"", "\"until\":null");
    }

    @Test
    void drainsAndTakesPartAgain() {
        // Given
        bus.answers("POST /api/v1/drain", "{\"drained\":true}");
        bus.answers("DELETE /api/v1/drain", "{\"drained\":false}");
        // When
        CommandRun drained = bus.run("drain");
        CommandRun back = bus.run("drain", "--undo");
        // Then
        assertThat(drained.out()).contains("已排空");
        assertThat(back.out()).contains("正常工作");
    }

    @Test
    void replaysADeadLetterOnlyOnceConfirmed() {
        // Given
        bus.answers("POST /api/v1/dead-letters/7/replay?confirm=false", "409 {\"detail\":\"confirm=true replays it\"}");
        bus.answers("POST /api/v1/dead-letters/7/replay?confirm=true", "{\"id\":7,\"state\":\"REPLAYED\"}");
        // When
        CommandRun asked = bus.run("dead-letters", "replay", "7");
        CommandRun confirmed = bus.run("dead-letters", "replay", "7", "--confirm");
        // Then
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("409 confirm=true replays it").doesNotContain("Exception");
        assertThat(confirmed.out()).contains("REPLAYED");
    }

    @Test
    void addsWhatTheDoctorSeesFromHereToWhatTheBusFinds() {
        // Given
        bus.answers(
                "GET /api/v1/doctor",
                "{\"findings\":[{\"app\":\"service\",\"check\":\"callback\",\"status\":\"WRONG\",\"advice\":\"signature differs (token)\"}]}");
        // When
        CommandRun run = bus.run("doctor", "--dir", data.resolve("no-routes").toString());
        // Then
        assertThat(run.out()).contains("✓ files", "✗ service callback: signature differs (token)");
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
