/**
 * What WeCom says in its callbacks: one record for each type of message and event.
 *
 * <p>The numbers in the comments (W90239) are pages of {@code https://developer.work.weixin.qq.com/document/path/}. An
 * element that is missing reads as an empty text, an empty list, NaN or null: WeCom leaves elements out by app, by
 * client and by the year in which a callback was set up.
 */
@NullMarked
package com.wecomesb.wecom.message;

import org.jspecify.annotations.NullMarked;
