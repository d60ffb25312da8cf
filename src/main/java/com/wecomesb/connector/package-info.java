/**
 * Calls of other systems: which are configured ({@link com.wecomesb.connector.Systems}), the Kamelets that speak to them
 * ({@link com.wecomesb.connector.KameletTemplates}), and one call with mapping, circuit breaker and classified failure ({@link
 * com.wecomesb.connector.ConnectorCalls}).
 */
@NullMarked
package com.wecomesb.connector;

import org.jspecify.annotations.NullMarked;
