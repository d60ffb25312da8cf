/** The REST interface: what happened and why, what waits, what may be changed; errors are problem+json. */
@NullMarked
package com.wecomesb.api;

import org.jspecify.annotations.NullMarked;
