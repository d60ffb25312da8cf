/** The steps that change a value on its way: one class for each, one line in {@link com.wecomesb.mapping.step.Steps}. */
@NullMarked
package com.wecomesb.mapping.step;

import org.jspecify.annotations.NullMarked;
