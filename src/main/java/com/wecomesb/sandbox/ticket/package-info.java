/** The simulated ticket system under {@code /sandbox/ticket}. */
@NullMarked
package com.wecomesb.sandbox.ticket;

import org.jspecify.annotations.NullMarked;
