package com.wecomesb.sandbox.kf;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keys that were used; the oldest are forgotten when there are too many. Thread-safe. */
final class RecentKeys {

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final int capacity;

    RecentKeys(int capacity) {
        this.capacity = capacity;
    }

    /** True for the first one who uses the key. */
    boolean add(String key) {
        if (!keys.add(key)) {
            return false;
        }
        oldestFirst.add(key);
        if (keys.size() > capacity) {
            String oldest = oldestFirst.poll();
            if (oldest != null) {
                keys.remove(oldest);
            }
        }
        return true;
    }

    boolean contains(String key) {
        return keys.contains(key);
    }

    void clear() {
        keys.clear();
        oldestFirst.clear();
    }
}
