package com.wecomesb.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The bare limit of Kafka: threads that append a record, wait for {@code acks=all}, and append the next. */
final class BareProducer {

    private BareProducer() {}

    static double perSecond(String brokers, String topic, int threads, Duration warmUp, Duration measured)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all().get();
        }
        byte[] value = new byte[600];
        AtomicLong acknowledged = new AtomicLong();
        long start = System.nanoTime() + warmUp.toNanos();
        long end = start + measured.toNanos();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "acks", "all", "linger.ms", "0", "enable.idempotence", "true");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String key = "key-" + i;
                Thread thread = new Thread(() -> {
                    while (System.nanoTime() < end) {
                        try {
                            producer.send(new ProducerRecord<>(topic, key, value)).get();
                        } catch (InterruptedException | ExecutionException exception) {
                            throw new IllegalStateException(exception);
                        }
                        if (System.nanoTime() >= start) {
                            acknowledged.incrementAndGet();
                        }
                    }
                });
                thread.start();
                running.add(thread);
            }
            for (Thread thread : running) {
                thread.join();
            }
        }
        return acknowledged.get() / (measured.toNanos() / 1e9);
    }
}
