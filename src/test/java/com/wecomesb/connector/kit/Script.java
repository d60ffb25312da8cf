package com.wecomesb.connector.kit;

import com.wecomesb.connector.kit.Capture.Said;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the stub expects and says: the captures of one call, in order.
 *
 * @param asides captures that may come at any time, logins above all
 * @param manners how each step is answered; the capture's own answer when nothing is wrong
 * @param any whether the requests do not matter: the steps are said one after the other, whatever is asked
 */
record Script(List<Capture> steps, List<Capture> asides, Function<Step, Answer> manners, boolean any) {

    /** One step of the script, counted from 1. */
    record Step(int number, Capture capture) {

        Said said() {
            return capture.said();
        }
    }

    static Script of(List<Capture> steps, List<Capture> asides) {
        return new Script(steps, asides, step -> Answer.of(step.said()), false);
    }

    static Script anything(List<Capture> steps, List<Capture> asides) {
        return new Script(steps, asides, step -> Answer.of(step.said()), true);
    }

    /** Whether a step gets no answer at all. */
    boolean isSilent() {
        return IntStream.rangeClosed(1, steps.size())
                .mapToObj(number -> manners.apply(new Step(number, steps.get(number - 1))))
                .anyMatch(answer -> answer.manner() == Answer.Manner.SILENT);
    }

    Script with(Function<Step, Answer> otherManners) {
        return new Script(steps, asides, otherManners, any);
    }

    /** One step answered in another way. */
    Script at(int number, Answer answer) {
        return with(step -> step.number() == number ? answer : manners.apply(step));
    }
}
