package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.wecom.WecomApp;
import org.jspecify.annotations.Nullable;

/**
 * Something that WeCom tells a bus.
 *
 * @param plaintext the XML before it is sealed
 * @param isOfApp whether it belongs to the app alone; corp-level events do not
 * @param id by which it is found in the ledger, a message's id
 * @param lane callbacks of one lane go out one after the other; null when the order does not matter
 * @param times how often the very same request is sent
 */
public record Callback(
        WecomApp app,
        String plaintext,
        boolean isOfApp,
        String id,
        @Nullable String lane,
        int times) {

    @Override
    public String toString() {
        return "Callback[" + app.name() + " " + id + "]";
    }
}
