package com.wecomesb.wecom.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of the callback address.
 *
 * @param maxBody the largest body that is read; WeCom's longest message, 2048 bytes of text, makes less than 8 KiB
 * @param answerWithin when the connection is closed without an answer if the callback is not stored by then; WeCom
 *     itself gives up after 5 seconds (W90930)
 */
@ConfigurationProperties("esb.wecom")
record CallbackSettings(
        @DefaultValue("128KB") DataSize maxBody,
        @DefaultValue("4500ms") Duration answerWithin) {

    CallbackSettings {
        if (maxBody.toBytes() < 1024 || maxBody.toBytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("esb.wecom.max-body must be between 1KB and 1023MB");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("esb.wecom.answer-within must be positive");
        }
    }
}
