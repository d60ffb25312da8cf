package com.wecomesb.mapping.step;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Steps and values as tests write them. */
final class SampleSteps {

    private SampleSteps() {}

    /** A step that is written well. */
    static Step step(String step) {
        return read(step, new Mistakes()).orElseThrow().step();
    }

    static Optional<NamedStep> read(String step, Mistakes mistakes) {
        return Steps.read(
                yaml(step), new StepContext(ZoneId.of("Asia/Shanghai"), Map.of(), Optional.empty()), mistakes);
    }

    static YamlNode yaml(String text) {
        return YamlFile.read("mappings/sample.yaml", text, new Mistakes()).orElseThrow();
    }
}
