package com.wecomesb.bus.kafka;

import static com.wecomesb.bus.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.wecomesb.bus.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CloudEventsTest {

    private static final Instant APPENDED = Instant.parse("2026-11-21T04:00:01Z");

    @Property
    void readsWhatItWrote(
            @ForAll @AlphaChars @NumericChars @Chars({'/', '.', ':', '%', ' ', '#', '?', '售'}) @StringLength(max = 20)
                    String source,
            @ForAll @CharRange(from = ' ', to = '\uD7FF') @StringLength(min = 1, max = 20) String id,
            @ForAll @IntRange(max = 9) int hops,
            @ForAll byte[] data) {
        // Given
        Event event = new Event(
                "c" + source,
                id,
                "wecom.message.received",
                null,
                Instant.ofEpochSecond(1, 5),
                "key",
                "cause",
                hops,
                data);

        // When
        Event read = read(arrived(CloudEvents.write(event, "esb.events", APPENDED)));

        // Then
        assertThat(read).usingRecursiveComparison().isEqualTo(event);
    }

    @Test
    void writesTheHeadersThatOtherConsumersKnow() {
        // When
        ProducerRecord<String, byte[]> written = CloudEvents.write(event("key", "1"), "esb.events", APPENDED);

        // Then
        assertThat(header(written, "ce_specversion")).contains("1.0");
        assertThat(header(written, "ce_source")).contains("ww1");
        assertThat(header(written, "ce_type")).contains("wecom.message.received");
        assertThat(header(written, "ce_time")).contains("2026-11-21T04:00:00Z");
        assertThat(header(written, "ce_dataschema")).contains(Event.SCHEMA);
        assertThat(header(written, "ce_hops")).contains("0");
        assertThat(header(written, "content-type")).contains("application/json");
        assertThat(written.timestamp()).isEqualTo(APPENDED.toEpochMilli());
    }

    @Test
    void writesNothingOfTheDataIntoHeaders() {
        // When
        ProducerRecord<String, byte[]> written = CloudEvents.write(event("key", "1"), "esb.events", APPENDED);

        // Then
        assertThat(written.headers())
                .noneSatisfy(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .contains("你好"));
    }

    @Test
    void passesOverAttributesOfLaterVersions() {
        // Given
        ProducerRecord<String, byte[]> later = CloudEvents.write(event("key", "1"), "esb.events", APPENDED);
        later.headers().add("ce_keyreference", bytes("k7")).add("x-other", bytes("…"));

        // When // Then
        assertThat(read(arrived(later))).isEqualTo(event("key", "1"));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.argumentSet("no type", change(headers -> headers.remove("ce_type"))),
                Arguments.argumentSet("no version", change(headers -> headers.remove("ce_specversion"))),
                Arguments.argumentSet("an unknown version", change(headers -> replace(headers, "ce_specversion", "9"))),
                Arguments.argumentSet("hops that are no number", change(headers -> replace(headers, "ce_hops", "x"))),
                Arguments.argumentSet(
                        "a time that is none", change(headers -> replace(headers, "ce_time", "gestern"))));
    }

    private static Consumer<Headers> change(Consumer<Headers> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoEvent(Consumer<Headers> change) {
        // Given
        ProducerRecord<String, byte[]> written = CloudEvents.write(event("key", "1"), "esb.events", APPENDED);
        change.accept(written.headers());

        // When // Then
        assertThatExceptionOfType(MalformedRecord.class).isThrownBy(() -> read(arrived(written)));
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name).add(name, bytes(value));
    }

    private static Optional<String> header(ProducerRecord<String, byte[]> content, String name) {
        return Optional.ofNullable(content.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> arrived(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                sent.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers().toArray()),
                Optional.empty());
    }

    private static Event read(ConsumerRecord<String, byte[]> arrived) {
        return CloudEvents.read(arrived, reference -> {
            throw new AssertionError("it refers to no data elsewhere");
        });
    }
}
