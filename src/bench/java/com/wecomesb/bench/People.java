package com.wecomesb.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Customers of 微信客服 and members of the company, half of each, who write at a fixed rate whatever comes back. */
final class People {

    private static final int CONNECTIONS = 8;

    private final int port;
    private final int conversations;
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    People(int sandboxPort, int conversations) {
        this.port = sandboxPort;
        this.conversations = conversations;
    }

    /** What they wrote and when, since the last {@link #forget()}. */
    Map<String, Instant> written() {
        return written;
    }

    void forget() {
        written.clear();
    }

    void write(String name, int perSecond, int seconds) throws InterruptedException {
        ThreadLocal<Connection> connections = ThreadLocal.withInitial(this::connect);
        ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS);
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
            int n = i;
            hands.execute(() -> write(connections.get(), n, "测试" + name + n + "。"));
        }
        hands.shutdown();
        hands.awaitTermination(1, TimeUnit.MINUTES);
    }

    private Connection connect() {
        try {
            return new Connection(port);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void write(Connection connection, int n, String text) {
        int person = n / 2 % (conversations / 2);
        String path = n % 2 == 0 ? "/customers/wmTrip" : "/members/trip";
        written.put(text, Instant.now());
        try {
            String json = "{\"name\":\"王芳\",\"text\":\"" + text + "\"}";
            if (!connection.send(Connection.post("/sandbox/control" + path + person + "/messages", json))) {
                throw new IOException("the simulator refuses a message");
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
