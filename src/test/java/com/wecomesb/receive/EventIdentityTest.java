package com.wecomesb.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.message.WecomMessages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Two different events of the same second are two; one event is one, however often and through whichever app it comes.
 */
class EventIdentityTest {

    private static final WecomEvents EVENTS = new WecomEvents(new Pseudonyms(new byte[32]));

    /** What tells two events of a type and second apart, for types of the corp (sender {@code sys}). */
    private static final Map<String, List<String>> OF_THE_CORP = Map.ofEntries(
            Map.entry("change_external_contact/add_external_contact", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/edit_external_contact", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/add_half_external_contact", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/del_external_contact", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/del_follow_user", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/transfer_fail", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_contact/msg_audit_approved", List.of("UserID", "ExternalUserID")),
            Map.entry("change_external_chat/create", List.of("ChatId")),
            Map.entry("change_external_chat/update", List.of("ChatId", "UpdateDetail", "CurMemVer")),
            Map.entry("change_external_chat/dismiss", List.of("ChatId")),
            Map.entry("change_external_tag/create", List.of("Id", "TagType")),
            Map.entry("change_external_tag/update", List.of("Id", "TagType")),
            Map.entry("change_external_tag/delete", List.of("Id", "TagType")),
            Map.entry("change_external_tag/shuffle", List.of("Id")),
            Map.entry("change_contact/create_user", List.of("UserID", "Department")),
            Map.entry("change_contact/update_user", List.of("UserID", "NewUserID", "Department", "Mobile")),
            Map.entry("change_contact/delete_user", List.of("UserID")),
            Map.entry("change_contact/create_party", List.of("Id", "ParentId")),
            Map.entry("change_contact/update_party", List.of("Id", "ParentId", "Name")),
            Map.entry("change_contact/delete_party", List.of("Id")),
            Map.entry("change_contact/update_tag", List.of("TagId", "AddUserItems", "DelUserItems")));

    /** The same for types of one app, sent by a member. */
    private static final Map<String, List<String>> OF_THE_APP = Map.ofEntries(
            Map.entry("subscribe", List.of("FromUserName")),
            Map.entry("unsubscribe", List.of("FromUserName")),
            Map.entry("enter_agent", List.of("FromUserName", "EventKey")),
            Map.entry("LOCATION", List.of("FromUserName", "Latitude", "Longitude")),
            Map.entry("click", List.of("FromUserName", "EventKey")),
            Map.entry("view", List.of("FromUserName", "EventKey")),
            Map.entry("scancode_push", List.of("FromUserName", "EventKey", "ScanResult")),
            Map.entry("template_card_event", List.of("FromUserName", "TaskId", "ResponseCode")),
            Map.entry("template_card_menu_event", List.of("FromUserName", "TaskId", "ResponseCode", "EventKey")),
            Map.entry("batch_job_result", List.of("JobId")),
            Map.entry("something_new", List.of("FromUserName", "Whatever")));

    @Property
    void differsWhereTheEventsDiffer(@ForAll("eventsOfTheCorp") Sample one, @ForAll("eventsOfTheCorp") Sample other) {
        assertThat(event(one, "service").id().equals(event(other, "service").id()))
                .isEqualTo(one.equals(other));
    }

    @Property
    void differsWhereTheEventsOfAnAppDiffer(
            @ForAll("eventsOfTheApp") Sample one, @ForAll("eventsOfTheApp") Sample other) {
        assertThat(event(one, "service").id().equals(event(other, "service").id()))
                .isEqualTo(one.equals(other));
    }

    @Property
    void staysTheSameWhenAnEventIsRepeated(@ForAll("eventsOfTheApp") Sample sample) {
        assertThat(event(sample, "service")).isEqualTo(event(sample, "service"));
    }

    @Property
    void staysTheSameWhenAnotherAppIsToldOfTheSameEvent(@ForAll("eventsOfTheCorp") Sample sample) {
        // Given
        String ofTheApp = "<AgentID>1000003</AgentID><WelcomeCode>OTHER</WelcomeCode><StrategyId>2</StrategyId>";

        // When
        Event first = event(sample, "service");
        Event second = event(sample.xml(ofTheApp), "contacts");

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Property
    void differsBetweenAppsWhereTheEventIsTheApps(@ForAll("eventsOfTheApp") Sample sample) {
        assertThat(event(sample.xml("<AgentID>1</AgentID>"), "service"))
                .isNotEqualTo(event(sample.xml("<AgentID>1</AgentID>"), "contacts"));
    }

    @Test
    void differsBetweenSeconds() {
        // Given
        String xml = "<xml><FromUserName>a</FromUserName><CreateTime>%d</CreateTime><MsgType>event</MsgType>"
                + "<Event>subscribe</Event><AgentID>1</AgentID></xml>";

        // Then
        assertThat(event(xml.formatted(1), "service")).isNotEqualTo(event(xml.formatted(2), "service"));
    }

    @Test
    void tellsMessagesWithoutMsgIdApartByTheirContent() {
        // Given
        String xml = "<xml><FromUserName>a</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>"
                + "<Content>%s</Content><AgentID>1</AgentID></xml>";

        // Then
        assertThat(event(xml.formatted("one"), "service")).isNotEqualTo(event(xml.formatted("two"), "service"));
    }

    @Provide
    Arbitrary<Sample> eventsOfTheCorp() {
        return samples(OF_THE_CORP);
    }

    @Provide
    Arbitrary<Sample> eventsOfTheApp() {
        return samples(OF_THE_APP);
    }

    /** Few values and separators among them, so that many pairs are equal or nearly so. */
    private static Arbitrary<Sample> samples(Map<String, List<String>> types) {
        Arbitrary<String> value = Arbitraries.of("a", "b", "ab", "a|b", "a,b", "a b");
        return Arbitraries.of(types.keySet().stream().sorted().toList())
                .flatMap(type -> Combinators.combine(
                                types.get(type).stream().map(name -> value).toList())
                        .as(values -> Sample.of(type, types.get(type), values)));
    }

    private static Event event(Sample sample, String app) {
        return event(sample.xml(""), app);
    }

    private static Event event(String xml, String app) {
        return EVENTS.event(new Callback(app, "ww1", xml, Instant.EPOCH), WecomMessages.read(xml));
    }

    /** An event of one fixed second: its type and the fields that make it what it is. */
    record Sample(String type, Map<String, String> fields) {

        static Sample of(String type, List<String> names, List<String> values) {
            return new Sample(
                    type,
                    names.stream().collect(Collectors.toMap(name -> name, name -> values.get(names.indexOf(name)))));
        }

        String xml(String more) {
            String[] words = type.split("/");
            String sender = fields.containsKey("FromUserName") ? "" : "<FromUserName>sys</FromUserName>";
            String change = words.length > 1 ? "<ChangeType>" + words[1] + "</ChangeType>" : "";
            return "<xml><ToUserName>ww1</ToUserName>" + sender + "<CreateTime>1403610513</CreateTime>"
                    + "<MsgType>event</MsgType><Event>" + words[0] + "</Event>" + change
                    + fields.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(field -> "<" + field.getKey() + ">" + field.getValue() + "</" + field.getKey() + ">")
                            .collect(Collectors.joining())
                    + more + "</xml>";
        }
    }
}
