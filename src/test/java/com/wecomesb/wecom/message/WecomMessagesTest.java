package com.wecomesb.wecom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.wecom.message.CardEvent.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WecomMessagesTest {

    private static final String CUSTOMER = "woAJ2GCAAAXtWyujaWJHDDGi0mAAAA";
    private static final String CHAT = "wrx7HUARsKwGRaQBVKPBTcEyzdHA4HrQ";

    @Test
    void readsTheHeader() {
        // When
        Header header = WecomMessages.read(Fixtures.xml("text")).header();

        // Then
        assertThat(header.corpId()).isEqualTo("ww1234567890abcdef");
        assertThat(header.from()).isEqualTo("zhangsan");
        assertThat(header.createdAt()).isEqualTo(Instant.parse("2012-09-28T11:31:00Z"));
        assertThat(header.agentId()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void readsEveryTypeIntoItsRecord(String fixture, WecomMessage expected) {
        // When
        WecomMessage message = WecomMessages.read(Fixtures.xml(fixture));

        // Then
        assertThat(message).usingRecursiveComparison().ignoringFields("header").isEqualTo(expected);
        assertThat(message).hasSameClassAs(expected);
    }

    static Stream<Arguments> everyType() {
        Header h = Header.of(new com.wecomesb.wecom.xml.XmlElement("xml", "", List.of()));
        String id = "1234567890123456";
        List<String> sums = List.of("1b5f7c23b5bf75682a53e7b6d163e185");
        DirectoryEvent.Member created = new DirectoryEvent.Member(
                "zhangsan",
                "张三",
                List.of("1", "2", "3"),
                "1",
                List.of("1", "0", "0"),
                List.of("lisi", "wangwu"),
                "产品经理",
                "13800000000",
                1,
                "a@b.com",
                "a@c.wecom.work",
                1,
                "https://example.com/0",
                "zhangsan",
                "020-123456",
                "广州市");
        DirectoryEvent.Member updated = new DirectoryEvent.Member(
                "zhangsan",
                "",
                List.of("1", "2"),
                "",
                List.of(),
                List.of(),
                "",
                "",
                null,
                "",
                "",
                null,
                "",
                "",
                "",
                "");
        return Stream.of(
                type("text", new MemberMessage.Text(h, id, "this is a test")),
                type("image", new MemberMessage.Image(h, id, "media_id", "https://example.com/p.jpg")),
                type("voice", new MemberMessage.Voice(h, id, "media_id", "amr")),
                type("video", new MemberMessage.Video(h, id, "media_id", "thumb_media_id")),
                type("location", new MemberMessage.Location(h, id, 23.134, 113.358, 20, "位置信息")),
                type(
                        "link",
                        new MemberMessage.Link(
                                h, id, "title", "description", "https://example.com", "https://example.com/p.jpg")),
                type("subscribe", new AppEvent.Subscribe(h)),
                type("unsubscribe", new AppEvent.Unsubscribe(h)),
                type("enter_agent", new AppEvent.EnterAgent(h, "")),
                type("location-reported", new AppEvent.ReportLocation(h, 23.104, 113.320, 65)),
                type("click", new MenuEvent.Click(h, "EVENTKEY")),
                type("view", new MenuEvent.View(h, "https://www.qq.com")),
                type("view_miniprogram", new MenuEvent.ViewMiniprogram(h, "index")),
                type("scancode_push", new MenuEvent.ScancodePush(h, "6", "qrcode", "https://example.com/1")),
                type("scancode_waitmsg", new MenuEvent.ScancodeWaitmsg(h, "6", "qrcode", "https://example.com/1")),
                type("pic_sysphoto", new MenuEvent.PicSysphoto(h, "6", sums)),
                type("pic_photo_or_album", new MenuEvent.PicPhotoOrAlbum(h, "6", sums)),
                type("pic_weixin", new MenuEvent.PicWeixin(h, "6", sums)),
                type("location_select", new MenuEvent.LocationSelect(h, "6", 23, 113, 15, "广州市海珠区客村艺苑路", "")),
                type(
                        "template_card_event",
                        new CardEvent.TemplateCardEvent(
                                h,
                                "key111",
                                "taskid111",
                                "text_notice",
                                "ResponseCode",
                                List.of(new Selection("QuestionKey1", List.of("OptionId1", "OptionId2"))))),
                type(
                        "template_card_menu_event",
                        new CardEvent.TemplateCardMenuEvent(h, "key111", "taskid111", "text_notice", "ResponseCode")),
                type(
                        "batch_job_result",
                        new AppNotice.BatchJobResult(
                                h, "S0MrnndvRG5fadSlLwiBqiDDbM143UqTmKP3152FZk4", "sync_user", 0, "ok")),
                type("open_approval_change", new AppNotice.OpenApprovalChange(h)),
                type("share_agent_change", new AppNotice.ShareAgentChange(h)),
                type("share_chain_change", new AppNotice.ShareChainChange(h)),
                type("inactive_alert", new AppNotice.InactiveAlert(h, Instant.ofEpochSecond(1403697000))),
                type("close_inactive_agent", new AppNotice.CloseInactiveAgent(h)),
                type("reopen_inactive_agent", new AppNotice.ReopenInactiveAgent(h)),
                type("low_active_alert", new AppNotice.LowActiveAlert(h, Instant.ofEpochSecond(1403697000))),
                type("low_active", new AppNotice.LowActive(h)),
                type("active_restored", new AppNotice.ActiveRestored(h)),
                type(
                        "kf_msg_or_event",
                        new KfEvent.KfMsgOrEvent(h, "ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR", "wkxxxxxxx")),
                type(
                        "kf_account_auth_change",
                        new KfEvent.KfAccountAuthChange(h, List.of("wkxxxx1", "wkxxxx3"), List.of("wkxxxx2"))),
                type(
                        "change_external_contact-add_external_contact",
                        new ContactEvent.AddExternalContact(h, "zhangsan", CUSTOMER, "teststate", "WELCOMECODE")),
                type(
                        "change_external_contact-edit_external_contact",
                        new ContactEvent.EditExternalContact(h, "zhangsan", CUSTOMER, "")),
                type(
                        "change_external_contact-add_half_external_contact",
                        new ContactEvent.AddHalfExternalContact(h, "zhangsan", CUSTOMER, "teststate", "WELCOMECODE")),
                type(
                        "change_external_contact-del_external_contact",
                        new ContactEvent.DelExternalContact(h, "zhangsan", CUSTOMER, "DELETE_BY_TRANSFER")),
                type(
                        "change_external_contact-del_follow_user",
                        new ContactEvent.DelFollowUser(h, "zhangsan", CUSTOMER)),
                type(
                        "change_external_contact-transfer_fail",
                        new ContactEvent.TransferFail(h, "zhangsan", CUSTOMER, "customer_refused")),
                type(
                        "change_external_contact-msg_audit_approved",
                        new ContactEvent.MsgAuditApproved(h, "zhangsan", CUSTOMER, "WELCOMECODE")),
                type("change_external_chat-create", new GroupEvent.Create(h, CHAT)),
                type(
                        "change_external_chat-update-add_member",
                        new GroupEvent.Update(
                                h,
                                CHAT,
                                "add_member",
                                3,
                                0,
                                2,
                                List.of("Jack", "Rose"),
                                "9c3f97c2ada667dfb5f6d03308d963e1",
                                "71217227bbd112ecfe3a49c482195cb4")),
                type(
                        "change_external_chat-update-del_member",
                        new GroupEvent.Update(
                                h,
                                CHAT,
                                "del_member",
                                0,
                                1,
                                1,
                                List.of("Jack"),
                                "9c3f97c2ada667dfb5f6d03308d963e1",
                                "71217227bbd112ecfe3a49c482195cb4")),
                type("change_external_chat-update-change_owner", groupChange(h, "change_owner")),
                type("change_external_chat-update-change_name", groupChange(h, "change_name")),
                type("change_external_chat-update-change_notice", groupChange(h, "change_notice")),
                type("change_external_chat-dismiss", new GroupEvent.Dismiss(h, CHAT)),
                type("change_external_tag-create", new TagEvent.Create(h, "TAG_ID", "tag", "1")),
                type("change_external_tag-update", new TagEvent.Update(h, "TAG_ID", "tag", "1")),
                type("change_external_tag-delete", new TagEvent.Delete(h, "TAG_ID", "tag", "1")),
                type("change_external_tag-shuffle", new TagEvent.Shuffle(h, "TAG_GROUP_ID", "STRATEGY_ID")),
                type("create_user", new DirectoryEvent.CreateUser(h, created)),
                type("update_user", new DirectoryEvent.UpdateUser(h, updated, "zhangsan001")),
                type("delete_user", new DirectoryEvent.DeleteUser(h, "zhangsan")),
                type("create_party", new DirectoryEvent.CreateParty(h, "2", "售后部", "1", 1)),
                type("update_party", new DirectoryEvent.UpdateParty(h, "2", "售后部", "1")),
                type("delete_party", new DirectoryEvent.DeleteParty(h, "2")),
                type(
                        "update_tag",
                        new DirectoryEvent.UpdateTag(
                                h,
                                "1",
                                List.of("zhangsan", "lisi"),
                                List.of("zhangsan1", "lisi1"),
                                List.of("1", "2"),
                                List.of("3", "4"))));
    }

    @Test
    void hasAFixtureForEveryRecord() {
        // When
        Set<Class<?>> read = Fixtures.names().stream()
                .map(name -> WecomMessages.read(Fixtures.xml(name)).getClass())
                .collect(Collectors.toSet());

        // Then
        Set<Class<?>> records = Set.copyOf(Fixtures.records());
        assertThat(records).containsAll(read);
        assertThat(records.stream().filter(type -> !read.contains(type)))
                .containsExactlyInAnyOrder(UnknownMessage.class, UnreadableMessage.class);
    }

    @Test
    void keepsATypeThatItDoesNotKnowWithAllFields() {
        // Given
        String xml = "<xml><MsgType>event</MsgType><Event>change_weather</Event><ChangeType>rain</ChangeType>"
                + "<Millimetres>3</Millimetres></xml>";

        // When
        WecomMessage message = WecomMessages.read(xml);

        // Then
        assertThat(message).isInstanceOfSatisfying(UnknownMessage.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("event/change_weather/rain");
            assertThat(unknown.fields()).extracting("name").contains("Millimetres");
        });
    }

    @Test
    void readsAMessageWithNothingInIt() {
        // When
        WecomMessage message = WecomMessages.read("<xml><MsgType>location</MsgType></xml>");

        // Then
        assertThat(message).isInstanceOfSatisfying(MemberMessage.Location.class, location -> {
            assertThat(location.header().createdAt()).isNull();
            assertThat(location.latitude()).isNaN();
            assertThat(location.label()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("com.wecomesb.wecom.message.Fixtures#names")
    void showsNeitherTextsNorTokensWhenItIsLogged(String fixture) {
        // When
        String logged = WecomMessages.read(Fixtures.xml(fixture)).toString();

        // Then
        assertThat(logged)
                .doesNotContain("this is a test", "位置信息", "title", "description", "example.com", "张三", "13800000000")
                .doesNotContain("ENCApHxnGDNAVNY4AaSJKj4Tb5mwsEMzxhFmHVGcra996NR", "WELCOMECODE", "ResponseCode")
                .doesNotContain("广州市", "23.104", "a@b.com");
    }

    @Property
    void readsAnyTextWithoutAnException(@ForAll String text) {
        assertThat(WecomMessages.read(text)).isNotNull();
        assertThat(WecomMessages.read("<xml><MsgType>" + text + "</MsgType></xml>"))
                .isNotNull();
    }

    private static WecomMessage groupChange(Header header, String detail) {
        return new GroupEvent.Update(header, CHAT, detail, null, null, null, List.of(), "", "");
    }

    private static Arguments type(String fixture, WecomMessage expected) {
        return argumentSet(fixture, fixture, expected);
    }
}
