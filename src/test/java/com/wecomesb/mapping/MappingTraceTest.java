package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mapping;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a mapping shows its way from field to field. */
class MappingTraceTest {

    @Test
    void tracesEachFieldStepByStep() {
        // Given
        Mapping mapping = table(
                "{to: phone, from: phone, steps: [trim, phone]}",
                "{to: bad, from: bad, steps: [trim, phone]}",
                "{to: stage, from: stage, default: NEW}");
        // When
        MappingTrace trace = mapping.trace(json("{phone: ' 13800138000', bad: ' x'}"), NO_CONTEXT);
        // Then
        assertThat(trace.result()).isEqualTo(json("{phone: '+8613800138000', stage: NEW}"));
        assertThat(trace.trace())
                .extracting(
                        MappingTrace.Field::to,
                        field -> outputs(field),
                        field -> Objects.toString(field.output()),
                        MappingTrace.Field::note)
                .containsExactly(
                        tuple(
                                "phone",
                                List.of("trim=\"13800138000\"", "phone=\"+8613800138000\""),
                                "\"+8613800138000\"",
                                null),
                        tuple("bad", List.of("trim=\"x\"", "phone=null"), "null", "步骤 phone:不是电话号码"),
                        tuple("stage", List.of(), "\"NEW\"", "来源为空,取默认值"));
        assertThat(trace.violations()).hasSize(1);
        assertThat(trace.unread()).isEmpty();
    }

    @Test
    void saysInTheTraceThatAConditionDoesNotHold() {
        // Given
        Mapping mapping = table("{to: b, from: a, when: {t: x}}");
        // When
        MappingTrace trace = mapping.trace(json("{a: 1}"), NO_CONTEXT);
        // Then
        assertThat(trace.trace())
                .singleElement()
                .extracting(MappingTrace.Field::note)
                .isEqualTo("条件不成立,跳过");
    }

    @Test
    void namesTheFailureOfAnExpressionWithoutItsValues() {
        // Given
        Mapping mapping = table(
                "{to: a, jslt: '{\"sum\": 1 + number(.name)}'}", "{to: b, jslt: .nothing}", "{to: c, from: nothing}");
        // When
        MappingTrace trace = mapping.trace(json("{name: 王芳}"), NO_CONTEXT);
        // Then
        assertThat(trace.trace())
                .extracting(MappingTrace.Field::note)
                .containsExactly("表达式对这份文档求值失败:函数 number(…) 不接受给它的值,目标不动", "来源为空,目标不动", "来源为空,目标不动");
        assertThat(trace.violations())
                .singleElement()
                .extracting(Violation::rule)
                .asString()
                .isEqualTo("表达式对这份文档求值失败:函数 number(…) 不接受给它的值");
    }

    private static List<String> outputs(MappingTrace.Field field) {
        return field.steps().stream()
                .map(step -> step.step() + "=" + step.output())
                .toList();
    }
}
