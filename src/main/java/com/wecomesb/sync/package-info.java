/**
 * Keeps our contacts and the records of other systems in step: which fields go which way, who is right when both sides
 * changed, first loads and comparisons.
 */
@NullMarked
package com.wecomesb.sync;

import org.jspecify.annotations.NullMarked;
