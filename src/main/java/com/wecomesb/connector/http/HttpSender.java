package com.wecomesb.connector.http;

import java.io.IOException;

/** Sends one request and waits for the whole answer. Thread-safe. */
@FunctionalInterface
public interface HttpSender {

    /** Any status is an answer; throws when there is none, or a cut one. */
    HttpAnswer send(HttpCall call) throws IOException;
}
