package com.wecomesb.receive.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.kf.KfEvent;
import com.wecomesb.wecom.kf.KfMessages;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KfEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = """
            {"msgid":"m1","open_kfid":"wk1","external_userid":"wm1","send_time":1615478503,"origin":3,
             "msgtype":"text","text":{"content":"退货","menu_id":"101"}}""";

    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final KfEvents events = new KfEvents(pseudonyms);

    @Test
    void makesACustomersTextAReceivedMessage() throws IOException {
        // When
        Event event = event(TEXT, new KfCustomer("张三", "o1"));

        // Then
        assertThat(event.source()).isEqualTo("ww1");
        assertThat(event.id()).isEqualTo("kf:m1");
        assertThat(event.type()).isEqualTo("wecom.message.received");
        assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1615478503));
        assertThat(event.key()).isEqualTo(pseudonyms.of("ww1", "kf", "wk1", "wm1"));
        assertThat(JSON.readTree(event.data())).isEqualTo(JSON.readTree("""
                                {"corp":"ww1","app":"service","channel":"kf","account":"wk1","peer":"wm1",
                                 "peerKind":"customer","origin":"customer","customer":{"name":"张三","unionid":"o1"},
                                 "message":{"id":"m1","type":"text","text":"退货","menuId":"101"}}"""));
    }

    @Test
    void makesAServicersTextASentMessage() throws IOException {
        // When
        Event event = event("""
                {"msgid":"m2","open_kfid":"wk1","external_userid":"wm1","send_time":1,"origin":5,
                 "servicer_userid":"lisi","msgtype":"text","text":{"content":"您好"}}""", null);

        // Then
        assertThat(event.type()).isEqualTo("wecom.message.sent");
        assertThat(data(event).path("origin").asText()).isEqualTo("servicer");
        assertThat(data(event).at("/message/servicer_userid").asText()).isEqualTo("lisi");
        assertThat(data(event).has("customer")).isFalse();
    }

    @Test
    void keepsWecomsOwnFieldsOfAMessage() throws IOException {
        Event event = event("""
                {"msgid":"m3","open_kfid":"wk1","external_userid":"wm1","send_time":1,"origin":3,"msgtype":"location",
                 "location":{"latitude":23.1,"longitude":113.3,"name":"国际媒体港"}}""", null);

        assertThat(data(event).at("/message/latitude").asDouble()).isEqualTo(23.1);
        assertThat(data(event).at("/message/name").asText()).isEqualTo("国际媒体港");
    }

    @Test
    void ordersASessionsChangeWithItsMessages() throws IOException {
        Event event = event("""
                {"msgid":"m4","send_time":1,"origin":4,"msgtype":"event","event":{"event_type":"session_status_change",
                 "open_kfid":"wk1","external_userid":"wm1","change_type":3,"old_servicer_userid":"lisi"}}""", null);

        assertThat(event.type()).isEqualTo("wecom.session.changed");
        assertThat(event.key()).isEqualTo(event(TEXT, null).key());
        assertThat(data(event).at("/change/change_type").asInt()).isEqualTo(3);
    }

    @Test
    void ordersWhatConcernsTheAccountByTheAccount() throws IOException {
        Event event = event("""
                {"msgid":"m5","send_time":1,"origin":4,"msgtype":"event","event":{"event_type":"servicer_status_change",
                 "servicer_userid":"lisi","status":2,"stop_type":0,"open_kfid":"wk1"}}""", null);

        assertThat(event.type()).isEqualTo("wecom.servicer.changed");
        assertThat(event.key()).isEqualTo(pseudonyms.of("ww1", "kf", "wk1"));
    }

    @Test
    void keepsAnEventThatItDoesNotKnow() throws IOException {
        Event event = event("""
                {"msgid":"m6","send_time":1,"origin":4,"msgtype":"event","event":{"event_type":"new_thing","a":"b"}}""", null);

        assertThat(event.type()).isEqualTo("wecom.event.received");
        assertThat(data(event).at("/change/a").asText()).isEqualTo("b");
    }

    @Test
    void recognisesTheSameEntryWithoutAnId() throws IOException {
        String nameless = TEXT.replace("\"msgid\":\"m1\",", "");

        assertThat(event(nameless, null).id())
                .isEqualTo(event(nameless, null).id())
                .isNotEqualTo(event(nameless.replace("退货", "退款"), null).id());
    }

    @Test
    void namesEveryKindOfEvent() {
        assertThat(Arrays.asList(KfEvent.class.getPermittedSubclasses())).allMatch(KfEventTypes::names);
    }

    private Event event(String entry, @Nullable KfCustomer customer) throws IOException {
        return events.of("ww1", "service", "wk1", KfMessages.read(JSON.readTree(entry)), customer);
    }

    private static JsonNode data(Event event) throws IOException {
        return JSON.readTree(event.data());
    }
}
