/** Who may come in: the API key, the page on this machine while WeCom is simulated, and nobody else. */
@NullMarked
package com.wecomesb.api.door;

import org.jspecify.annotations.NullMarked;
