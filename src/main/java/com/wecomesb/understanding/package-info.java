/**
 * What a customer means: intents, the nearest entry of the question-and-answer library, sentiment. Computed before the
 * decide transaction and stored with the event, so that a repetition decides the same. May use {@code document}.
 */
@NullMarked
package com.wecomesb.understanding;

import org.jspecify.annotations.NullMarked;
