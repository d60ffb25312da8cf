/** The other side of WeCom's callbacks: sealing, delivery with repeats, URL verification. An implementation of its own, so that it proves the bus's. */
@NullMarked
package com.wecomesb.sandbox.callback;

import org.jspecify.annotations.NullMarked;
