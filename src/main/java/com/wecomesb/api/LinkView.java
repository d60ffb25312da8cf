package com.wecomesb.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of another system that belongs to a contact.
 *
 * @param record its id there
 * @param contact ours
 * @param origin {@code WRITTEN}, {@code MATCHED}, {@code CREATED} or {@code REVIEWED}: how that is known
 * @param gone whether it was deleted there
 * @param version the last one seen; null when the system gives none
 * @param synchronisedAt when the two were last brought together
 */
record LinkView(
        String system,
        String kind,
        String record,
        String contact,
        String origin,
        boolean gone,
        @Nullable String version,
        Instant linkedAt,
        Instant synchronisedAt) {}
