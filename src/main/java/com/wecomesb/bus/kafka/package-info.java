/** What travels over Kafka and how our clients are set: topics, record formats, client properties. */
@NullMarked
package com.wecomesb.bus.kafka;

import org.jspecify.annotations.NullMarked;
