/**
 * The rule lab: a changed set of rules is tried on what really happened before it is published, and every version that
 * was in force is kept. May use {@code configuration}, {@code decision}, {@code document}.
 */
@NullMarked
package com.wecomesb.lab;

import org.jspecify.annotations.NullMarked;
