/** Webhooks in both directions: from systems that say what has changed there, and to systems named in the settings, signed as Standard Webhooks wants it. */
@NullMarked
package com.wecomesb.connector.webhook;

import org.jspecify.annotations.NullMarked;
