/**
 * The Camel component {@code system:}, one authenticated and classified HTTP call of a configured system, and the Camel language
 * {@code jslt} with the same view of an exchange.
 */
@NullMarked
package com.wecomesb.connector.call;

import org.jspecify.annotations.NullMarked;
