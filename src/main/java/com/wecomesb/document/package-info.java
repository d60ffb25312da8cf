/** The files that an integration engineer writes: YAML 1.2 read with positions, and the mistakes found in them. */
@NullMarked
package com.wecomesb.document;

import org.jspecify.annotations.NullMarked;
