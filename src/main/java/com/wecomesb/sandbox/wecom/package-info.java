/** The simulated API of WeCom under {@code /sandbox/wecom/cgi-bin}: the door with tokens, limits and error codes, application messages, media. */
@NullMarked
package com.wecomesb.sandbox.wecom;

import org.jspecify.annotations.NullMarked;
