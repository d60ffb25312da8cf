package com.wecomesb.mapping.step;

import com.wecomesb.document.YamlNode;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a step is told beside its own argument.
 *
 * @param zone the business time zone, for dates that name none
 * @param otherwise the field's {@code else}: what becomes of a value that a look-up does not know
 */
public record StepContext(ZoneId zone, Optional<YamlNode> otherwise) {}
