package com.wecomesb.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records by key, changed one at a time for each key; the oldest go when there are too many. Remembers which were
 * changed last. Thread-safe.
 */
public final class Records<V> {

    /** As many as a page shows. */
    private static final int LATEST = 50;

    private final ConcurrentHashMap<String, V> byKey = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final LinkedHashSet<String> latestLast = new LinkedHashSet<>();
    private final int capacity;
    private final Consumer<V> onRemoval;

    /** @param onRemoval is told of each record that had to go */
    public Records(int capacity, Consumer<V> onRemoval) {
        this.capacity = capacity;
        this.onRemoval = onRemoval;
    }

    public @Nullable V find(String key) {
        return byKey.get(key);
    }

    /**
     * Makes or changes a record; nobody else changes it meanwhile.
     *
     * @param change gets the record or null when there is none
     */
    public V change(String key, UnaryOperator<@Nullable V> change) {
        boolean[] made = new boolean[1];
        V written = byKey.compute(key, (k, before) -> {
            made[0] = before == null;
            return change.apply(before);
        });
        if (made[0]) {
            oldestFirst.add(key);
            removeSurplus();
        }
        touch(key);
        return written;
    }

    private void removeSurplus() {
        while (byKey.size() > capacity) {
            String oldest = oldestFirst.poll();
            V gone = oldest == null ? null : byKey.remove(oldest);
            if (gone == null) {
                return;
            }
            onRemoval.accept(gone);
        }
    }

    private void touch(String key) {
        synchronized (latestLast) {
            latestLast.remove(key);
            latestLast.add(key);
            if (latestLast.size() > LATEST) {
                latestLast.remove(latestLast.iterator().next());
            }
        }
    }

    /** Those changed last, the last one first. */
    public List<V> latest() {
        List<String> keys;
        synchronized (latestLast) {
            keys = new ArrayList<>(latestLast);
        }
        List<V> latest = new ArrayList<>(keys.size());
        for (int i = keys.size() - 1; i >= 0; i--) {
            V value = byKey.get(keys.get(i));
            if (value != null) {
                latest.add(value);
            }
        }
        return latest;
    }

    public Collection<V> all() {
        return byKey.values();
    }

    public int size() {
        return byKey.size();
    }

    public void clear() {
        byKey.clear();
        oldestFirst.clear();
        synchronized (latestLast) {
            latestLast.clear();
        }
    }
}
