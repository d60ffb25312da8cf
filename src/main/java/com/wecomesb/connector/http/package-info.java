/** One HTTP request and its answer, through camel-http with a client that does nothing by itself. */
@NullMarked
package com.wecomesb.connector.http;

import org.jspecify.annotations.NullMarked;
