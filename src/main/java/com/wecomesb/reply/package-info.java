/** The reply library: entries with Liquid templates, rendered and cut to what WeCom takes. */
@NullMarked
package com.wecomesb.reply;

import org.jspecify.annotations.NullMarked;
