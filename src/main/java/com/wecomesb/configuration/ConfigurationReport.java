package com.wecomesb.configuration;

import com.wecomesb.document.Mistake;
import java.time.Instant;
import java.util.List;

/**
 * What the last look at the files found.
 *
 * @param inForce the hash of the snapshot in force
 * @param checkedAt when the files were last read
 * @param mistakes why the files as they are now are not in force; empty when they are
 * @param unknown YAML files that belong to no format and have no effect
 */
public record ConfigurationReport(String inForce, Instant checkedAt, List<Mistake> mistakes, List<String> unknown) {}
