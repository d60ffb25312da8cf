/**
 * Files that replies send: where they are, and under which {@code media_id} WeCom has them. WeCom keeps an upload for
 * three days; it is made when a message is about to be sent, never while one is decided.
 */
@NullMarked
package com.wecomesb.media;

import org.jspecify.annotations.NullMarked;
