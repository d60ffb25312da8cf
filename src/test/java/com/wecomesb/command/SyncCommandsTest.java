package com.wecomesb.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** First loads, comparisons, conflicts and identity from the command line. */
class SyncCommandsTest extends AgainstStubBus {

    @Test
    void followsAFirstLoadToItsEnd() {
        // Given
        String job =
                "{\"id\":3,\"task\":\"LOAD\",\"system\":\"crm\",\"kind\":\"contact\",\"counts\":{\"records\":%d},\"state\":\"%s\"}";
        bus.answers("POST /api/v1/sync/jobs", job.formatted(0, "RUNNING"));
        bus.answers("GET /api/v1/sync/jobs/3", job.formatted(500, "DONE"));
        // When
        CommandRun run = bus.run("sync", "load", "crm", "contact", "--rate", "50");
        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("#3  LOAD  crm contact  DONE  records 500");
        assertThat(bus.requests().get(0)).contains("\"callsPerSecond\":50").contains("\"task\":\"load\"");
    }

    @Test
    void beginsAfreshWhenAsked() {
        // Given
        bus.answers("POST /api/v1/sync/jobs", "{\"id\":5,\"state\":\"RUNNING\",\"counts\":{}}");
        // When
        bus.run("sync", "load", "crm", "contact", "--no-wait");
        bus.run("sync", "load", "crm", "contact", "--no-wait", "--fresh");
        // Then
        assertThat(bus.requests().get(0)).contains("\"fresh\":false");
        assertThat(bus.requests().get(1)).contains("\"fresh\":true");
    }

    @Test
    void aComparisonThatFindsSomethingEndsWithOne() {
        // Given
        bus.answers("POST /api/v1/sync/jobs", "{\"id\":4,\"state\":\"DONE\",\"counts\":{}}");
        bus.answers(
                "GET /api/v1/sync/jobs/4/differences?limit=100",
                "{\"items\":[{\"what\":\"differs\",\"theirs\":\"R3\",\"ours\":\"c1\",\"fields\":[\"company\"],\"repaired\":false}],\"next\":null}");
        // When
        CommandRun run = bus.run("sync", "reconcile", "crm", "contact");
        // Then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("differs  R3  c1  company");
    }

    @Test
    void tellsTheSharesOfTheIdentityReport() {
        // Given
        bus.answers(
                "GET /api/v1/identity/report",
                "{\"systems\":[{\"counts\":{\"system\":\"crm\",\"kind\":\"contact\",\"records\":4,\"matched\":1},\"shares\":{\"matched\":0.25}}],\"merged\":2,\"twins\":0}");
        // When
        CommandRun run = bus.run("identity", "report");
        // Then
        assertThat(run.out()).contains("crm contact  共 4  认出 1 (25.0%)").contains("合并 2");
    }

    @Test
    void saysWhoIsRightAndWhoItIs() {
        // Given
        bus.answers(
                "POST /api/v1/conflicts/7/decide",
                "{\"id\":7,\"system\":\"crm\",\"field\":\"name\",\"ourValue\":\"芳姐\",\"winner\":\"TARGET\"}");
        bus.answers("POST /api/v1/identity/reviews/5/decide", "{\"id\":5,\"state\":\"SAME\"}");
        // When
        CommandRun conflict = bus.run("conflicts", "decide", "7", "target", "--by", "王芳");
        CommandRun review = bus.run("identity", "decide", "5", "same", "--contact", "c1", "--json");
        // Then
        assertThat(conflict.out()).contains("#7", "芳姐", "TARGET");
        assertThat(review.out()).contains("\"SAME\"");
        assertThat(bus.requests().get(0)).contains("\"keep\":\"target\"", "\"by\":\"王芳\"");
        assertThat(bus.requests().get(1)).contains("\"is\":\"same\"", "\"contact\":\"c1\"", "\"by\":null");
    }
}
