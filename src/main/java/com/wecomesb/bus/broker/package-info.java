/** Where the broker is: the company's, or one inside the process. */
@NullMarked
package com.wecomesb.bus.broker;

import org.jspecify.annotations.NullMarked;
