/** The simulated shop: orders under {@code /sandbox/shop}. */
@NullMarked
package com.wecomesb.sandbox.shop;

import org.jspecify.annotations.NullMarked;
