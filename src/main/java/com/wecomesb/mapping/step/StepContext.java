package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a step is told beside its own argument.
 *
 * @param zone the business time zone, for dates that name none
 * @param tables the file's tables by name
 * @param otherwise the field's {@code else}: what becomes of a value that a look-up does not know
 */
public record StepContext(ZoneId zone, Map<String, LookupTable> tables, Optional<YamlNode> otherwise) {}
