package com.wecomesb.wecom.kf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KfMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<KfMessage> page = read(resource("page-1.json").path("msg_list"));
    private final List<KfMessage> bodies = read(resource("bodies.json"));

    @Test
    void readsEveryKindOfMessage() {
        assertThat(bodies)
                .extracting(message -> (Object) message.content().getClass())
                .containsExactlyInAnyOrder((Object[]) KfBody.class.getPermittedSubclasses());
    }

    @Test
    void readsEveryKindOfEvent() {
        assertThat(page.stream().filter(KfMessage::isEvent))
                .extracting(message -> (Object) message.content().getClass())
                .contains((Object[]) KfEvent.class.getPermittedSubclasses());
    }

    @Test
    void readsAText() {
        KfMessage text = page.get(2);

        assertThat(text.msgId()).isEqualTo("msg_03");
        assertThat(text.origin()).isEqualTo(KfMessage.Origin.CUSTOMER);
        assertThat(text.sentAt()).isEqualTo(Instant.ofEpochSecond(1615478503));
        assertThat(text.externalUserId()).isEqualTo("wmAJ2GCAAAme1XQRC-NI-q0_ZM9ukoAw");
        assertThat(text.content()).isEqualTo(new KfBody.Text(new Confidential("满意"), "101"));
    }

    @Test
    void readsWhoseAnEventIsFromInsideIt() {
        KfMessage transferred = page.get(8);

        assertThat(transferred.openKfId()).isEqualTo("wkAJ2GCAAASSm4_FhToWMFea0xAFfd3Q");
        assertThat(transferred.externalUserId()).isEqualTo("wmAJ2GCAAAme1XQRC-NI-q0_ZM9ukoAw");
        assertThat(transferred.content()).isEqualTo(new KfEvent.SessionStatusChanged(2, "Zhangsan", "Lisi", null));
    }

    @Test
    void readsWhatIsInAMenu() {
        KfBody.Menu menu = Stream.of(bodies)
                .flatMap(List::stream)
                .map(KfMessage::content)
                .filter(KfBody.Menu.class::isInstance)
                .map(KfBody.Menu.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(menu.items()).contains(new KfBody.Menu.Option("click", "101", new Confidential("满意")));
    }

    @Test
    void keepsAKindThatItDoesNotKnow() throws IOException {
        KfMessage message = KfMessages.read(
                JSON.readTree(
                        "{\"msgid\":\"m\",\"open_kfid\":\"wk1\",\"external_userid\":\"wm1\",\"origin\":3,\"msgtype\":\"hologram\",\"hologram\":{\"a\":1}}"));

        assertThat(message.content()).isEqualTo(new KfContent.Unknown("hologram"));
        assertThat(message.own().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotFailOnAnEntryWithoutFields() throws IOException {
        KfMessage message = KfMessages.read(JSON.readTree("{}"));

        assertThat(message.content()).isEqualTo(new KfContent.Unknown(""));
        assertThat(message.externalUserId()).isNull();
    }

    @Test
    void printsNothingThatACustomerSent() {
        assertThat(Stream.of(bodies, page).flatMap(List::stream))
                .allSatisfy(message -> assertThat(message.toString() + message.content())
                        .doesNotContain(
                                "hello world",
                                "你好",
                                "满意",
                                "广州",
                                "example.com",
                                "李四",
                                "转发的话",
                                "视频号",
                                "MSG_CODE",
                                "113."));
    }

    private static List<KfMessage> read(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(KfMessages::read)
                .toList();
    }

    private static JsonNode resource(String name) {
        try {
            return JSON.readTree(KfMessagesTest.class.getResource("/wecom/kf/" + name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
