package com.wecomesb.reply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message as WeCom takes it.
 *
 * @param msgtype {@code text}
 * @param content what stands under the key of that name: {@code {"content": "…"}}
 */
public record ReplyMessage(String msgtype, JsonNode content) {}
