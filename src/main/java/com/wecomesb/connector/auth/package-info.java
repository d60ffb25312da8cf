/** Who calls: what a connector file says under {@code auth}, and the tokens and sessions that come of it. */
@NullMarked
package com.wecomesb.connector.auth;

import org.jspecify.annotations.NullMarked;
