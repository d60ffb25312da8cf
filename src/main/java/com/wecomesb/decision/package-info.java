/**
 * The decide step: brings event, conversation and rules together in one transaction for the records of one poll.
 * Database and memory only; whatever is slow happens before or after.
 */
@NullMarked
package com.wecomesb.decision;

import org.jspecify.annotations.NullMarked;
