/**
 * The bus: canonical events and actions, CloudEvents, topics, embedded or external Kafka, the inbox and the dead
 * letters. All that is said about Kafka is said here.
 */
@NullMarked
package com.wecomesb.bus;

import org.jspecify.annotations.NullMarked;
