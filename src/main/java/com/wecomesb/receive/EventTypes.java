package com.wecomesb.receive;

import static java.util.Map.entry;

import com.wecomesb.wecom.message.AppEvent;
import com.wecomesb.wecom.message.AppNotice;
import com.wecomesb.wecom.message.CardEvent;
import com.wecomesb.wecom.message.ContactEvent;
import com.wecomesb.wecom.message.DirectoryEvent;
import com.wecomesb.wecom.message.GroupEvent;
import com.wecomesb.wecom.message.KfEvent;
import com.wecomesb.wecom.message.MemberMessage;
import com.wecomesb.wecom.message.MenuEvent;
import com.wecomesb.wecom.message.TagEvent;
import com.wecomesb.wecom.message.WecomMessage;
import java.util.Map;

/** What rules call the events of WeCom. */
final class EventTypes {

    /** For whatever has no name of its own; it is stored all the same. */
    static final String OTHER = "wecom.event.received";

    private static final Map<Class<? extends WecomMessage>, String> TYPES = Map.ofEntries(
            entry(MemberMessage.Text.class, "wecom.message.received"),
            entry(MemberMessage.Image.class, "wecom.message.received"),
            entry(MemberMessage.Voice.class, "wecom.message.received"),
            entry(MemberMessage.Video.class, "wecom.message.received"),
            entry(MemberMessage.Location.class, "wecom.message.received"),
            entry(MemberMessage.Link.class, "wecom.message.received"),
            entry(AppEvent.Subscribe.class, "wecom.app.subscribed"),
            entry(AppEvent.Unsubscribe.class, "wecom.app.unsubscribed"),
            entry(AppEvent.EnterAgent.class, "wecom.app.entered"),
            entry(AppEvent.ReportLocation.class, "wecom.location.reported"),
            entry(MenuEvent.Click.class, "wecom.menu.clicked"),
            entry(MenuEvent.View.class, "wecom.menu.viewed"),
            entry(MenuEvent.ViewMiniprogram.class, "wecom.menu.viewed"),
            entry(MenuEvent.ScancodePush.class, "wecom.menu.scanned"),
            entry(MenuEvent.ScancodeWaitmsg.class, "wecom.menu.scanned"),
            entry(MenuEvent.PicSysphoto.class, "wecom.menu.pictured"),
            entry(MenuEvent.PicPhotoOrAlbum.class, "wecom.menu.pictured"),
            entry(MenuEvent.PicWeixin.class, "wecom.menu.pictured"),
            entry(MenuEvent.LocationSelect.class, "wecom.menu.located"),
            entry(CardEvent.TemplateCardEvent.class, "wecom.card.clicked"),
            entry(CardEvent.TemplateCardMenuEvent.class, "wecom.card.clicked"),
            entry(AppNotice.BatchJobResult.class, "wecom.job.finished"),
            entry(AppNotice.OpenApprovalChange.class, "wecom.approval.changed"),
            entry(AppNotice.ShareAgentChange.class, "wecom.sharing.changed"),
            entry(AppNotice.ShareChainChange.class, "wecom.sharing.changed"),
            entry(AppNotice.InactiveAlert.class, "wecom.app.activity-changed"),
            entry(AppNotice.CloseInactiveAgent.class, "wecom.app.activity-changed"),
            entry(AppNotice.ReopenInactiveAgent.class, "wecom.app.activity-changed"),
            entry(AppNotice.LowActiveAlert.class, "wecom.app.activity-changed"),
            entry(AppNotice.LowActive.class, "wecom.app.activity-changed"),
            entry(AppNotice.ActiveRestored.class, "wecom.app.activity-changed"),
            entry(KfEvent.KfAccountAuthChange.class, "wecom.kf-account.changed"),
            entry(ContactEvent.AddExternalContact.class, "wecom.contact.added"),
            entry(ContactEvent.EditExternalContact.class, "wecom.contact.edited"),
            entry(ContactEvent.AddHalfExternalContact.class, "wecom.contact.added-half"),
            entry(ContactEvent.DelExternalContact.class, "wecom.contact.deleted"),
            entry(ContactEvent.DelFollowUser.class, "wecom.contact.deleted-by-customer"),
            entry(ContactEvent.TransferFail.class, "wecom.contact.transfer-failed"),
            entry(ContactEvent.MsgAuditApproved.class, "wecom.contact.archive-approved"),
            entry(GroupEvent.Create.class, "wecom.group.created"),
            entry(GroupEvent.Update.class, "wecom.group.updated"),
            entry(GroupEvent.Dismiss.class, "wecom.group.dismissed"),
            entry(TagEvent.Create.class, "wecom.tag.created"),
            entry(TagEvent.Update.class, "wecom.tag.updated"),
            entry(TagEvent.Delete.class, "wecom.tag.deleted"),
            entry(TagEvent.Shuffle.class, "wecom.tag.reordered"),
            entry(DirectoryEvent.CreateUser.class, "wecom.member.created"),
            entry(DirectoryEvent.UpdateUser.class, "wecom.member.updated"),
            entry(DirectoryEvent.DeleteUser.class, "wecom.member.deleted"),
            entry(DirectoryEvent.CreateParty.class, "wecom.department.created"),
            entry(DirectoryEvent.UpdateParty.class, "wecom.department.updated"),
            entry(DirectoryEvent.DeleteParty.class, "wecom.department.deleted"),
            entry(DirectoryEvent.UpdateTag.class, "wecom.member-tag.updated"));

    private EventTypes() {}

    static String of(WecomMessage message) {
        if (message instanceof GroupEvent.Update update) {
            return switch (update.detail()) {
                case "add_member" -> "wecom.group.joined";
                case "del_member" -> "wecom.group.left";
                default -> "wecom.group.updated";
            };
        }
        return TYPES.getOrDefault(message.getClass(), OTHER);
    }
}
