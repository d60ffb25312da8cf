/** The webhooks of the simulated CRM, shop and ticket system. */
@NullMarked
package com.wecomesb.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
