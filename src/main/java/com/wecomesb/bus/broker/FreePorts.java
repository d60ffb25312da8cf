package com.wecomesb.bus.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Two ports of the loopback address that nobody listens on.
 *
 * @param broker for clients
 * @param controller for the broker's own use
 */
record FreePorts(int broker, int controller) {

    /** Looks for them now, so that the address is known before the broker has started. */
    static FreePorts find() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            return new FreePorts(one.getLocalPort(), other.getLocalPort());
        } catch (IOException exception) {
            throw new UncheckedIOException("no free port for the embedded broker", exception);
        }
    }
}
