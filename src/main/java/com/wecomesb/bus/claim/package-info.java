/** Where the data of events lies that are beyond the broker's size. */
@NullMarked
package com.wecomesb.bus.claim;

import org.jspecify.annotations.NullMarked;
