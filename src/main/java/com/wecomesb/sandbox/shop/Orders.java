package com.wecomesb.sandbox.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The orders of the simulated shop; some are there from the start ({@code sandbox/orders.json}). */
@Simulated
public class Orders {

    private static final ClassPathResource SEEDS = new ClassPathResource("sandbox/orders.json");

    private final Records<ObjectNode> orders;
    private final ConcurrentHashMap<String, Set<String>> numbersByBuyer = new ConcurrentHashMap<>();
    private final SandboxTime time;
    private final Changes changes;
    private final ObjectMapper json;

    Orders(SandboxSettings settings, SandboxTime time, Changes changes, ObjectMapper json) {
        this.orders = new Records<>(settings.keep(), this::forget);
        this.time = time;
        this.changes = changes;
        this.json = json;
        seed();
    }

    private void seed() {
        try (InputStream seeds = SEEDS.getInputStream()) {
            List<ObjectNode> all = List.of(json.readValue(seeds, ObjectNode[].class));
            // The first of the file is the one that a page shows first.
            for (int i = all.size() - 1; i >= 0; i--) {
                put(all.get(i));
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /**
     * Makes or changes an order: its fields go over those that are there.
     *
     * @param document with {@code orderNo}
     */
    public ObjectNode put(ObjectNode document) {
        String number = document.path("orderNo").asText();
        ObjectNode stored = orders.change(number, before -> {
            ObjectNode order = before == null ? document.deepCopy() : before.deepCopy();
            order.setAll(document);
            order.put("id", number);
            order.put("version", order.path("version").asLong(0) + 1);
            order.put("updatedAt", time.now().toString());
            return order;
        });
        String buyer = stored.path("buyer").asText("");
        numbersByBuyer
                .computeIfAbsent(buyer, b -> ConcurrentHashMap.newKeySet())
                .add(number);
        changes.note("order", number);
        return stored;
    }

    private void forget(ObjectNode order) {
        Set<String> numbers = numbersByBuyer.get(order.path("buyer").asText(""));
        if (numbers != null) {
            numbers.remove(order.path("orderNo").asText());
        }
    }

    @Nullable
    ObjectNode find(String number) {
        return orders.find(number);
    }

    List<ObjectNode> ofBuyer(String buyer) {
        return numbersByBuyer.getOrDefault(buyer, Set.of()).stream()
                .map(orders::find)
                .filter(Objects::nonNull)
                .filter(order -> order.path("buyer").asText().equals(buyer))
                .toList();
    }

    public List<ObjectNode> latest() {
        return orders.latest();
    }

    public Collection<ObjectNode> all() {
        return orders.all();
    }

    public int size() {
        return orders.size();
    }

    /** Back to what was there at the start. */
    public void reset() {
        orders.clear();
        numbersByBuyer.clear();
        seed();
    }
}
