/**
 * Who is who: recognises the person behind a record or a message by rules with a certainty, merges contacts that are one
 * person and takes it back, and asks a person where it is not clear.
 */
@NullMarked
package com.wecomesb.identity;

import org.jspecify.annotations.NullMarked;
