/** What {@code kf/sync_msg} of 微信客服 returns: one record for each kind of message and event (document 94670). */
@NullMarked
package com.wecomesb.wecom.kf;

import org.jspecify.annotations.NullMarked;
