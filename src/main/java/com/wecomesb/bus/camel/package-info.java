/** The Camel component {@code bus:}, through which routes take events and actions from Kafka and put them there. */
@NullMarked
package com.wecomesb.bus.camel;

import org.jspecify.annotations.NullMarked;
