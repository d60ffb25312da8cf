/** Webhooks to systems that the company has named in its settings, signed as Standard Webhooks wants it. */
@NullMarked
package com.wecomesb.connector.webhook;

import org.jspecify.annotations.NullMarked;
