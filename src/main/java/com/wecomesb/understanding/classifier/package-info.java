/** Learns to tell short texts apart from a few dozen examples each. */
@NullMarked
package com.wecomesb.understanding.classifier;

import org.jspecify.annotations.NullMarked;
