package com.wecomesb.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, the newest first.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the part after this one; null when this is the last
 */
record Page<T>(List<T> items, @Nullable String next) {}
