package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.Mistake;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with the installation and what to do next. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says which step of connecting WeCom you are at, what is wrong with it and what to do next.")
final class DoctorCommand implements Callable<Integer> {

    private static final String OK = "OK";
    private static final String WRONG = "WRONG";

    @Mixin
    private BusOptions options;

    @Mixin
    private OfflineConfiguration configuration;

    @Override
    public Integer call() {
        ArrayNode findings = JsonNodeFactory.instance.arrayNode();
        local(findings);
        int exitCode = 0;
        try {
            options.bus().get("/api/v1/doctor").path("findings").forEach(findings::add);
        } catch (CommandFailed failed) {
            add(findings, "bus", WRONG, String.valueOf(failed.getMessage()));
            exitCode = CommandFailed.exitCode(failed);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("findings", findings);
        options.print(answer, out -> findings.forEach(finding -> out.println(line(finding))));
        boolean wrong = findings.findValuesAsText("status").contains(WRONG);
        return exitCode != 0 ? exitCode : wrong ? CommandFailed.NOT_WELL : 0;
    }

    private void local(ArrayNode findings) {
        List<Mistake> mistakes = configuration.build().mistakes();
        if (mistakes.isEmpty()) {
            add(findings, "files", OK, "配置文件没有错误");
        }
        mistakes.forEach(mistake -> add(findings, "files", WRONG, mistake.toString()));
        if (Files.exists(options.keyFile()) && !Files.isReadable(options.keyFile())) {
            add(findings, "key", WRONG, "没有权限读 " + options.keyFile() + ":用运行总线的用户来执行,或用 --key");
        }
    }

    private static void add(ArrayNode findings, String check, String status, String advice) {
        findings.addObject()
                .put("app", "")
                .put("check", check)
                .put("status", status)
                .put("advice", advice);
    }

    private static String line(JsonNode finding) {
        String sign = switch (finding.path("status").asText()) {
            case OK -> "✓";
            case WRONG -> "✗";
            default -> "?";
        };
        String app = finding.path("app").asText();
        return sign + " " + (app.isEmpty() ? "" : app + " ")
                + finding.path("check").asText() + ": " + finding.path("advice").asText();
    }
}
