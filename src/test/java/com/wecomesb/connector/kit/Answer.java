package com.wecomesb.connector.kit;

import com.wecomesb.connector.kit.Capture.Said;
import java.util.Map;

/** How the stub answers: with what, and whether it is heard to the end. */
record Answer(Said said, Manner manner) {

    enum Manner {
        WHOLE,
        /** The connection ends in the middle of the body. */
        CUT,
        /** Nothing comes until the caller gives up. */
        SILENT
    }

    static Answer of(Said said) {
        return new Answer(said, Manner.WHOLE);
    }

    static Answer cut(Said said) {
        return new Answer(said, Manner.CUT);
    }

    static Answer silence() {
        return new Answer(new Said(0, Map.of(), ""), Manner.SILENT);
    }

    static Answer html() {
        return of(
                new Said(200, Map.of("Content-Type", "text/html"), "<!doctype html><title>维护中</title><p>请稍候 王芳秘密</p>"));
    }

    static Answer status(int status) {
        return of(Said.json(status, "{\"message\": \"王芳秘密\", \"fields\": {\"phone\": [\"王芳秘密 is invalid\"]}}"));
    }

    static Answer throttled() {
        return of(new Said(429, Map.of("Retry-After", "7", "Content-Type", "text/plain"), "slow down"));
    }

    static Answer redirect(String address) {
        return of(new Said(302, Map.of("Location", address), ""));
    }
}
