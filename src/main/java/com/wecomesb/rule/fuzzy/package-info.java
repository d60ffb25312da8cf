/** Terms that also match what was mistyped, written by sound, or pulled apart: one index for all of them. */
@NullMarked
package com.wecomesb.rule.fuzzy;

import org.jspecify.annotations.NullMarked;
