package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.util.Map;

/** {@code mask: {start: 3, end: 4}}: stars for all but so many characters at each end; a text too short for that is all stars. */
final class MaskStep extends TextStep {

    private final int start;
    private final int end;

    private MaskStep(int start, int end) {
        this.start = start;
        this.end = end;
    }

    static Step read(StepArgument argument) {
        Map<String, YamlNode> options = argument.options("start", "end");
        YamlNode start = options.get("start");
        YamlNode end = options.get("end");
        return new MaskStep(start == null ? 0 : argument.number(start), end == null ? 0 : argument.number(end));
    }

    @Override
    String change(String text) {
        int[] characters = text.codePoints().toArray();
        boolean allHidden = characters.length <= start + end;
        for (int index = 0; index < characters.length; index++) {
            if (allHidden || (index >= start && index < characters.length - end)) {
                characters[index] = '*';
            }
        }
        return new String(characters, 0, characters.length);
    }
}
