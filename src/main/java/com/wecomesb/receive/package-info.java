/** What comes from outside becomes canonical events on the bus, or hints that there is something to fetch. */
@NullMarked
package com.wecomesb.receive;

import org.jspecify.annotations.NullMarked;
