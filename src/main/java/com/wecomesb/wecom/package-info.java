/** The Camel component {@code wecom:}: callbacks in, calls of any WeCom API path out. Knows nothing else of ours. */
@NullMarked
package com.wecomesb.wecom;

import org.jspecify.annotations.NullMarked;
