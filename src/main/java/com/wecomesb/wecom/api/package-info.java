/**
 * Calls of the WeCom API: access tokens, error codes, the limits that WeCom publishes. {@link
 * com.wecomesb.wecom.api.WecomClient} is the way in, {@link com.wecomesb.wecom.api.WecomCallFailed} what a failure says.
 */
@NullMarked
package com.wecomesb.wecom.api;

import org.jspecify.annotations.NullMarked;
