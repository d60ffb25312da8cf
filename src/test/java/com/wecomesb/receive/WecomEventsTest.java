package com.wecomesb.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.Fixtures;
import com.wecomesb.wecom.message.KfEvent.KfMsgOrEvent;
import com.wecomesb.wecom.message.WecomMessage;
import com.wecomesb.wecom.message.WecomMessages;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WecomEventsTest {

    private static final String CORP = "ww1234567890abcdef";
    private static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
    private static final WecomEvents EVENTS = new WecomEvents(PSEUDONYMS);

    @Test
    void takesTheMsgIdOfAMessageForItsId() throws IOException {
        // When
        Event event = event("text");

        // Then
        assertThat(event.id()).isEqualTo("1234567890123456");
        assertThat(event.source()).isEqualTo(CORP + "/service");
        assertThat(event.type()).isEqualTo("wecom.message.received");
        assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1348831860));
        assertThat(event.key()).isEqualTo(PSEUDONYMS.of(CORP, "app", "1", "zhangsan"));
        assertThat(json(event)).isEqualTo(json("""
                                {"corp":"ww1234567890abcdef","app":"service","channel":"app","account":"1",
                                 "peer":"zhangsan","peerKind":"staff","origin":"customer",
                                 "message":{"id":"1234567890123456","type":"text","text":"this is a test"}}
                                """));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void keepsWhatAMessageHolds(String fixture, String message) throws IOException {
        assertThat(json(event(fixture)).get("message")).isEqualTo(json(message));
    }

    static Stream<Arguments> messages() {
        String id = "\"id\":\"1234567890123456\"";
        return Stream.of(
                argumentSet(
                        "image",
                        "image",
                        "{" + id
                                + ",\"type\":\"image\",\"mediaId\":\"media_id\",\"picUrl\":\"https://example.com/p.jpg\"}"),
                argumentSet(
                        "voice",
                        "voice",
                        "{" + id + ",\"type\":\"voice\",\"mediaId\":\"media_id\",\"format\":\"amr\"}"),
                argumentSet(
                        "video",
                        "video",
                        "{" + id + ",\"type\":\"video\",\"mediaId\":\"media_id\",\"thumbMediaId\":\"thumb_media_id\"}"),
                argumentSet(
                        "location",
                        "location",
                        "{" + id
                                + ",\"type\":\"location\",\"latitude\":23.134,\"longitude\":113.358,\"scale\":20,"
                                + "\"label\":\"位置信息\"}"),
                argumentSet(
                        "link",
                        "link",
                        "{" + id
                                + ",\"type\":\"link\",\"title\":\"title\",\"description\":\"description\","
                                + "\"url\":\"https://example.com\",\"picUrl\":\"https://example.com/p.jpg\"}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void keepsTheFieldsOfAnEventUnderWecomsNames(String fixture, String type, String change) throws IOException {
        // When
        Event event = event(fixture);

        // Then
        assertThat(event.type()).isEqualTo(type);
        assertThat(json(event).get("change")).isEqualTo(json(change));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                argumentSet("contact", "change_external_contact-add_external_contact", "wecom.contact.added", """
                        {"MsgType":"event","Event":"change_external_contact","ChangeType":"add_external_contact",
                         "UserID":"zhangsan","ExternalUserID":"woAJ2GCAAAXtWyujaWJHDDGi0mAAAA","State":"teststate",
                         "WelcomeCode":"WELCOMECODE"}
                        """),
                argumentSet("list of one", "change_external_chat-update-del_member", "wecom.group.left", """
                        {"MsgType":"event","Event":"change_external_chat","ChatId":"wrx7HUARsKwGRaQBVKPBTcEyzdHA4HrQ",
                         "ChangeType":"update","UpdateDetail":"del_member","JoinScene":"0","QuitScene":"1",
                         "MemChangeCnt":"1","MemChangeList":["Jack"],"LastMemVer":"9c3f97c2ada667dfb5f6d03308d963e1",
                         "CurMemVer":"71217227bbd112ecfe3a49c482195cb4"}
                        """),
                argumentSet("repeated element", "kf_account_auth_change", "wecom.kf-account.changed", """
                        {"MsgType":"event","Event":"kf_account_auth_change","AuthAddOpenKfId":["wkxxxx1","wkxxxx3"],
                         "AuthDelOpenKfId":"wkxxxx2"}
                        """),
                argumentSet("nested", "template_card_event", "wecom.card.clicked", """
                        {"MsgType":"event","Event":"template_card_event","EventKey":"key111","TaskId":"taskid111",
                         "CardType":"text_notice","ResponseCode":"ResponseCode","SelectedItems":[
                          {"QuestionKey":"QuestionKey1","OptionIds":["OptionId1","OptionId2"]}]}
                        """));
    }

    @Test
    void knowsTheChatOfAContactEvent() throws IOException {
        // When
        Event event = event("change_external_contact-add_external_contact");

        // Then
        assertThat(event.source()).isEqualTo(CORP);
        JsonNode data = json(event);
        assertThat(data.get("channel").asText()).isEqualTo("contact");
        assertThat(data.get("account").asText()).isEqualTo("zhangsan");
        assertThat(data.get("peer").asText()).isEqualTo("woAJ2GCAAAXtWyujaWJHDDGi0mAAAA");
        assertThat(data.get("peerKind").asText()).isEqualTo("customer");
        assertThat(data.get("origin").asText()).isEqualTo("system");
    }

    @ParameterizedTest
    @MethodSource("com.wecomesb.wecom.message.Fixtures#names")
    void namesNobodyInTheAttributes(String fixture) {
        // When
        Event event = event(fixture);

        // Then
        assertThat(event.id() + event.key() + event.subject() + event.source())
                .doesNotContain("zhangsan", "woAJ2GCAAAXtWyujaWJHDDGi0mAAAA", "wrx7HUARsKwGRaQBVKPBTcEyzdHA4HrQ");
    }

    @Test
    void hasATypeForEveryRecord() {
        // When
        Set<Class<?>> unnamed = Fixtures.names().stream()
                .map(name -> WecomMessages.read(Fixtures.xml(name)))
                .filter(message -> EventTypes.of(message).equals(EventTypes.OTHER))
                .map(WecomMessage::getClass)
                .collect(Collectors.toSet());

        // Then
        assertThat(unnamed).containsExactly(KfMsgOrEvent.class); // a hint, see ReceiveWecomTest
    }

    @Test
    void keepsWhatItDoesNotKnow() throws IOException {
        // Given
        String xml = "<xml><FromUserName>lisi</FromUserName><AgentID>7</AgentID><MsgType>file</MsgType>"
                + "<FileName>a.pdf</FileName></xml>";

        // When
        Event event = event(WecomMessages.read(xml));

        // Then
        assertThat(event.type()).isEqualTo("wecom.event.received");
        assertThat(event.time()).isEqualTo(RECEIVED);
        assertThat(json(event).get("peer").asText()).isEqualTo("lisi");
        assertThat(json(event).get("change")).isEqualTo(json("{\"MsgType\":\"file\",\"FileName\":\"a.pdf\"}"));
    }

    @Test
    void keepsWhatItCannotRead() throws IOException {
        // When
        Event event = event(WecomMessages.read("{\"msgtype\":\"text\"}"));

        // Then
        assertThat(event.type()).isEqualTo("wecom.event.received");
        assertThat(json(event).get("change").get("plaintext").asText()).isEqualTo("{\"msgtype\":\"text\"}");
    }

    @Test
    void ordersTheChangesOfOneRecord() {
        assertThat(event("change_external_chat-create").key())
                .isEqualTo(event("change_external_chat-dismiss").key());
        assertThat(event("create_user").key())
                .isEqualTo(event("delete_user").key())
                .isNotEqualTo(event("create_party").key());
    }

    private static Event event(String fixture) {
        return event(WecomMessages.read(Fixtures.xml(fixture)));
    }

    private static Event event(WecomMessage message) {
        return EVENTS.event(new Callback("service", CORP, "", RECEIVED), message);
    }

    private static JsonNode json(Event event) throws IOException {
        return new ObjectMapper().readTree(event.data());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
