/**
 * Fetches what a hint says is there: the messages and events of 微信客服. They are on the bus before the cursor of their
 * account moves, so nothing is lost by a crash, and what comes twice is recognised by its id.
 */
@NullMarked
package com.wecomesb.receive.pull;

import org.jspecify.annotations.NullMarked;
