/** Simulators of WeCom and of one CRM, one shop and one ticket system, over HTTP: what they share, and the application of their own. They know the protocols and nothing of the bus. */
@NullMarked
package com.wecomesb.sandbox;

import org.jspecify.annotations.NullMarked;
