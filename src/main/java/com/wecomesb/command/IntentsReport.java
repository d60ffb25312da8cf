package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.document.Mistake;
import com.wecomesb.understanding.IntentQuality;
import com.wecomesb.understanding.Understanding;
import com.wecomesb.understanding.classifier.Outcomes;
import com.wecomesb.understanding.classifier.Outcomes.Sure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How well intents are told apart, as a table for people and as JSON for programs. */
record IntentsReport(IntentQuality quality) {

    private static final List<Double> THRESHOLDS =
            List.of(0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.93, Understanding.SURE_FROM, 0.97);

    static JsonNode of(List<Mistake> mistakes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        mistakes.forEach(mistake -> all.addObject()
                .put("file", mistake.file())
                .put("line", mistake.line())
                .put("column", mistake.column())
                .put("message", mistake.message()));
        return JsonNodeFactory.instance.objectNode().set("mistakes", all);
    }

    void tell(PrintWriter out) {
        int sentences = quality.ours().list().size();
        print(out, "%d 个意图,%d 句例句;分层 10 折交叉验证,每一折只从另外九折学%n", quality.ids().size(), sentences);
        print(out, "%n%-40s %8s %8s %8s%n", "", "macro-F1", "top 1", "top 3");
        row(out, "ours", quality.ours());
        row(out, "ours, vocabulary words unseen left out", quality.withoutUnseenWords());
        row(out, "plain liblinear, character 1-2-grams", quality.plain());
        print(out, "%n%-10s %22s %22s%n", "threshold", "ours", "plain liblinear");
        print(out, "%-10s %11s %10s %11s %10s%n", "", "precision", "coverage", "precision", "coverage");
        for (double threshold : THRESHOLDS) {
            Sure ours = quality.ours().from(threshold);
            Sure plain = quality.plain().from(threshold);
            String mark = threshold == Understanding.SURE_FROM ? " *" : "";
            print(
                    out,
                    "%-10s %11.3f %10.3f %11.3f %10.3f%n",
                    threshold + mark,
                    ours.precision(),
                    ours.coverage(),
                    plain.precision(),
                    plain.coverage());
        }
        out.println("* 出厂的 threshold;低于它不猜,可以反问");
        confusion(out);
    }

    private static void row(PrintWriter out, String name, Outcomes outcomes) {
        print(
                out,
                "%-40s %8.3f %8.3f %8.3f%n",
                name,
                outcomes.macroF1(),
                outcomes.amongFirst(1),
                outcomes.amongFirst(3));
    }

    /** Rows: what the sentences mean; columns: what they were taken for. */
    private void confusion(PrintWriter out) {
        out.println();
        print(out, "%4s %-20s %5s", "", "", "F1");
        for (int label = 1; label <= quality.ids().size(); label++) {
            print(out, " %3d", label);
        }
        out.println();
        int[][] table = quality.ours().confusion();
        for (int label = 0; label < table.length; label++) {
            print(
                    out,
                    "%4d %-20s %5.2f",
                    label + 1,
                    quality.ids().get(label),
                    quality.ours().f1(label));
            for (int count : table[label]) {
                print(out, " %3s", count == 0 ? "." : String.valueOf(count));
            }
            out.println();
        }
    }

    private static void print(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
    }

    JsonNode json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.putArray("mistakes");
        report.put("threshold", Understanding.SURE_FROM);
        ArrayNode ids = report.putArray("intents");
        quality.ids().forEach(ids::add);
        report.set("ours", json(quality.ours()));
        report.set("oursWithoutUnseenWords", json(quality.withoutUnseenWords()));
        report.set("plainLiblinear", json(quality.plain()));
        return report;
    }

    private static ObjectNode json(Outcomes outcomes) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("macroF1", outcomes.macroF1());
        one.put("top1", outcomes.amongFirst(1)).put("top3", outcomes.amongFirst(3));
        ArrayNode thresholds = one.putArray("thresholds");
        for (double threshold : THRESHOLDS) {
            Sure sure = outcomes.from(threshold);
            thresholds
                    .addObject()
                    .put("threshold", threshold)
                    .put("precision", sure.precision())
                    .put("coverage", sure.coverage());
        }
        ArrayNode confusion = one.putArray("confusion");
        for (int[] row : outcomes.confusion()) {
            ArrayNode cells = confusion.addArray();
            for (int cell : row) {
                cells.add(cell);
            }
        }
        return one;
    }
}
