/** The literal terms of all rules and the one pass over a text that finds which of them occur. */
@NullMarked
package com.wecomesb.rule.term;

import org.jspecify.annotations.NullMarked;
