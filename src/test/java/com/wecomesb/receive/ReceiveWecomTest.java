package com.wecomesb.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Event;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.Fixtures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiveWecomTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");

    private final ReceiveWecom receive = new ReceiveWecom(new Pseudonyms(new byte[32]));

    @Test
    void makesAnEventOfAMessage() {
        // When
        Object received = receive.receive(callback(Fixtures.xml("text")));

        // Then
        assertThat(received).isInstanceOf(Event.class);
    }

    @Test
    void makesAHintOfWhatSaysOnlyThatThereIsSomethingToFetch() {
        // When
        Object received = receive.receive(callback(Fixtures.xml("kf_msg_or_event")));

        // Then
        assertThat(received)
                .isEqualTo(new Hint(
                        "kf:wkxxxxxxx",
                        "{\"app\":\"service\",\"openKfId\":\"wkxxxxxxx\","
                                + "\"token\":\"ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR\"}",
                        RECEIVED));
        assertThat(received.toString()).doesNotContain("ENCApHxn");
    }

    private static Callback callback(String xml) {
        return new Callback("service", "ww1234567890abcdef", xml, RECEIVED);
    }
}
