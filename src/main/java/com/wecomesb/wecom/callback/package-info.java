/** The untrusted edge: WeCom's callbacks are verified, decrypted and handed on, and answered only when they are safe. */
@NullMarked
package com.wecomesb.wecom.callback;

import org.jspecify.annotations.NullMarked;
