package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mask: {start: 3, end: 4}}: stars for all but so many characters at each end; a text too short for that is all stars.
 * {@code mask: phone} is {@code 138****8000}, {@code mask: name} {@code 王**}, {@code mask: id} {@code 110*************1},
 * {@code mask: email} {@code w***@example.com}.
 */
final class MaskStep extends TextStep {

    private static final Map<String, MaskStep> KNOWN = Map.of(
            "phone", new MaskStep(3, 4, false),
            "name", new MaskStep(1, 0, false),
            "id", new MaskStep(3, 1, false),
            "email", new MaskStep(1, 0, true));

    private final int start;
    private final int end;
    private final boolean email;

    private MaskStep(int start, int end, boolean email) {
        this.start = start;
        this.end = end;
        this.email = email;
    }

    static Step read(StepArgument argument) {
        Optional<String> word = argument.plain().map(YamlNode::text);
        if (word.isPresent()) {
            if (!KNOWN.containsKey(word.get())) {
                argument.wrong("步骤 mask 要写 phone、name、id、email,或者 {start: 3, end: 4}");
            }
            return KNOWN.getOrDefault(word.get(), new MaskStep(0, 0, false));
        }
        Map<String, YamlNode> options = argument.options("start", "end");
        YamlNode start = options.get("start");
        YamlNode end = options.get("end");
        return new MaskStep(start == null ? 0 : argument.number(start), end == null ? 0 : argument.number(end), false);
    }

    @Override
    String change(String text) {
        int at = email ? text.lastIndexOf('@') : -1;
        return at > 0 ? masked(text.substring(0, at)) + text.substring(at) : masked(text);
    }

    private String masked(String text) {
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
