package com.wecomesb.wecom.message;

import static java.util.Map.entry;

import com.wecomesb.wecom.xml.MalformedXml;
import com.wecomesb.wecom.xml.XmlElement;
import com.wecomesb.wecom.xml.XmlReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads decrypted callbacks into records. */
public final class WecomMessages {

    private static final Map<String, Function<Header, WecomMessage>> TYPES = Map.ofEntries(
            entry("text", MemberMessage.Text::new),
            entry("image", MemberMessage.Image::new),
            entry("voice", MemberMessage.Voice::new),
            entry("video", MemberMessage.Video::new),
            entry("location", MemberMessage.Location::new),
            entry("link", MemberMessage.Link::new),
            entry("event/subscribe", AppEvent.Subscribe::new),
            entry("event/unsubscribe", AppEvent.Unsubscribe::new),
            entry("event/enter_agent", AppEvent.EnterAgent::new),
            entry("event/location", AppEvent.ReportLocation::new),
            entry("event/click", MenuEvent.Click::new),
            entry("event/view", MenuEvent.View::new),
            entry("event/view_miniprogram", MenuEvent.ViewMiniprogram::new),
            entry("event/scancode_push", MenuEvent.ScancodePush::new),
            entry("event/scancode_waitmsg", MenuEvent.ScancodeWaitmsg::new),
            entry("event/pic_sysphoto", MenuEvent.PicSysphoto::new),
            entry("event/pic_photo_or_album", MenuEvent.PicPhotoOrAlbum::new),
            entry("event/pic_weixin", MenuEvent.PicWeixin::new),
            entry("event/location_select", MenuEvent.LocationSelect::new),
            entry("event/template_card_event", CardEvent.TemplateCardEvent::new),
            entry("event/template_card_menu_event", CardEvent.TemplateCardMenuEvent::new),
            entry("event/batch_job_result", AppNotice.BatchJobResult::new),
            entry("event/open_approval_change", AppNotice.OpenApprovalChange::new),
            entry("event/share_agent_change", AppNotice.ShareAgentChange::new),
            entry("event/share_chain_change", AppNotice.ShareChainChange::new),
            entry("event/inactive_alert", AppNotice.InactiveAlert::new),
            entry("event/close_inactive_agent", AppNotice.CloseInactiveAgent::new),
            entry("event/reopen_inactive_agent", AppNotice.ReopenInactiveAgent::new),
            entry("event/low_active_alert", AppNotice.LowActiveAlert::new),
            entry("event/low_active", AppNotice.LowActive::new),
            entry("event/active_restored", AppNotice.ActiveRestored::new),
            entry("event/kf_msg_or_event", KfEvent.KfMsgOrEvent::new),
            entry("event/kf_account_auth_change", KfEvent.KfAccountAuthChange::new),
            entry("event/change_external_contact/add_external_contact", ContactEvent.AddExternalContact::new),
            entry("event/change_external_contact/edit_external_contact", ContactEvent.EditExternalContact::new),
            entry("event/change_external_contact/add_half_external_contact", ContactEvent.AddHalfExternalContact::new),
            entry("event/change_external_contact/del_external_contact", ContactEvent.DelExternalContact::new),
            entry("event/change_external_contact/del_follow_user", ContactEvent.DelFollowUser::new),
            entry("event/change_external_contact/transfer_fail", ContactEvent.TransferFail::new),
            entry("event/change_external_contact/msg_audit_approved", ContactEvent.MsgAuditApproved::new),
            entry("event/change_external_chat/create", GroupEvent.Create::new),
            entry("event/change_external_chat/update", GroupEvent.Update::new),
            entry("event/change_external_chat/dismiss", GroupEvent.Dismiss::new),
            entry("event/change_external_tag/create", TagEvent.Create::new),
            entry("event/change_external_tag/update", TagEvent.Update::new),
            entry("event/change_external_tag/delete", TagEvent.Delete::new),
            entry("event/change_external_tag/shuffle", TagEvent.Shuffle::new),
            entry("event/change_contact/create_user", DirectoryEvent.CreateUser::new),
            entry("event/change_contact/update_user", DirectoryEvent.UpdateUser::new),
            entry("event/change_contact/delete_user", DirectoryEvent.DeleteUser::new),
            entry("event/change_contact/create_party", DirectoryEvent.CreateParty::new),
            entry("event/change_contact/update_party", DirectoryEvent.UpdateParty::new),
            entry("event/change_contact/delete_party", DirectoryEvent.DeleteParty::new),
            entry("event/change_contact/update_tag", DirectoryEvent.UpdateTag::new));

    private WecomMessages() {}

    /** Reads one plaintext; whatever it is, it becomes one of the records, {@link UnreadableMessage} at worst. */
    public static WecomMessage read(String xml) {
        try {
            Header header = Header.of(XmlReader.read(xml));
            String type = header.type();
            Function<Header, WecomMessage> reader = TYPES.get(type);
            return reader == null ? new UnknownMessage(header, type) : reader.apply(header);
        } catch (MalformedXml malformed) {
            return new UnreadableMessage(Header.of(new XmlElement("xml", "", List.of())), xml);
        }
    }
}
