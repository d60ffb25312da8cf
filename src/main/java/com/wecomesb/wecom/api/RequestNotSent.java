package com.wecomesb.wecom.api;

import java.io.IOException;

/** No connection, or none in time: nothing of the request has left, so it may be sent again. */
final class RequestNotSent extends IOException {

    private static final long serialVersionUID = 1;

    RequestNotSent(IOException cause) {
        super("Nothing was sent: " + cause.getClass().getSimpleName(), cause);
    }
}
