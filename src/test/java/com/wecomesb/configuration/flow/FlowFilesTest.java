package com.wecomesb.configuration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowFilesTest {

    private final Mistakes mistakes = new Mistakes();
    private final List<Map<String, String>> trials = new ArrayList<>();
    private final FlowFiles owner = new FlowFiles(files -> {
        trials.add(files);
        return List.of();
    });

    @Test
    void keepsTheProductTheCompanysFlowsAndTheConnectorsApart() {
        // Given
        List<SourceFile> files = List.of(
                file("connectors/x-action.kamelet.yaml", "metadata: {name: x-action}", Origin.SHIPPED),
                file("errors.camel.yaml", "- routeConfiguration: {id: e}", Origin.OVERLAID),
                file("flows/a.camel.yaml", "- route: {id: a}", Origin.SHIPPED),
                file("flows/b.camel.yaml", "- route: {id: b}", Origin.COMPANY));
        // When
        Flows flows = owner.read(files, mistakes);
        // Then
        assertThat(flows.product())
                .extracting(SourceFile::path)
                .containsExactly("errors.camel.yaml", "flows/a.camel.yaml");
        assertThat(flows.company()).extracting(SourceFile::path).containsExactly("flows/b.camel.yaml");
        assertThat(flows.kamelets()).hasSize(1);
        assertThat(mistakes.list()).isEmpty();
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        // Given
        List<SourceFile> files = List.of(
                file("connectors/x-action.kamelet.yaml", "metadata:\n  name: y", Origin.COMPANY),
                file("flows/a.camel.yaml", "- route:\n    id: same\n- route:\n    description: no id", Origin.COMPANY),
                file("flows/b.camel.yaml", "- from: {uri: x}\n- route:\n    id: same", Origin.COMPANY),
                file("flows/c.camel.yaml", "route: {}", Origin.COMPANY));
        // When
        owner.read(files, mistakes);
        // Then
        assertThat(mistakes.list())
                .extracting(mistake -> mistake.file() + ":" + mistake.line())
                .containsExactly(
                        "connectors/x-action.kamelet.yaml:2",
                        "flows/a.camel.yaml:4",
                        "flows/b.camel.yaml:1",
                        "flows/b.camel.yaml:3",
                        "flows/c.camel.yaml:1");
        assertThat(trials).isEmpty();
    }

    @Test
    void triesTheFilesOutOnlyWhenTheyHaveChanged() {
        // Given
        List<SourceFile> files = List.of(file("flows/a.camel.yaml", "- route: {id: a}", Origin.COMPANY));
        // When
        owner.read(files, mistakes);
        owner.read(files, mistakes);
        // Then
        assertThat(trials).containsExactly(Map.of("flows/a.camel.yaml", "- route: {id: a}"));
    }

    @Test
    void trustsTheProductAsItWasShipped() {
        // When
        owner.read(List.of(file("flows/a.camel.yaml", "- route: {id: a}", Origin.SHIPPED)), mistakes);
        // Then
        assertThat(trials).isEmpty();
    }

    @Test
    void triesAFileWithMistakesOutAgain() {
        // Given
        FlowFiles strict = new FlowFiles(files -> List.of(new Mistake("flows/a.camel.yaml", 1, 1, "no")));
        List<SourceFile> files = List.of(file("flows/a.camel.yaml", "- route: {id: a}", Origin.COMPANY));
        // When
        strict.read(files, new Mistakes());
        strict.read(files, mistakes);
        // Then
        assertThat(mistakes.list()).hasSize(1);
    }

    private static SourceFile file(String path, String text, Origin origin) {
        return new SourceFile(path, text, origin);
    }
}
