package com.wecomesb.rule;

import org.apache.camel.spi.Metadata;

/** The headers that {@code rules:} sets. */
public final class RulesConstants {

    @Metadata(
            description = "What matched, what acts and what nearly did",
            javaType = "com.fasterxml.jackson.databind.JsonNode")
    public static final String VERDICT = "CamelRulesVerdict";

    @Metadata(description = "The id of the rule that acts; absent where none does", javaType = "String")
    public static final String ACTING = "CamelRulesActing";

    private RulesConstants() {}
}
