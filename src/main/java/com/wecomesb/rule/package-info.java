/**
 * The content-based router: rules read from files, compiled into one index over their literal terms, and decided for
 * one event at a time. Also the Camel component {@code rules:}.
 */
@NullMarked
package com.wecomesb.rule;

import org.jspecify.annotations.NullMarked;
