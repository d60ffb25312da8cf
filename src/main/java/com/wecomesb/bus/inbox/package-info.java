/** How records get onto the bus: straight to Kafka, or through the inbox while Kafka is away. */
@NullMarked
package com.wecomesb.bus.inbox;

import org.jspecify.annotations.NullMarked;
