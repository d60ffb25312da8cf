package com.wecomesb.identity;

import com.wecomesb.connector.link.OwnedLinks;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactIdentities;
import com.wecomesb.conversation.ContactIdentities.Held;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.conversation.Conversations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two contacts one and takes it back. Locks the conversations of both, then both contacts, each in the order of
 * their ids, as the decide step does.
 */
@Component
public class Merges {

    private final Contacts contacts;
    private final ContactIdentities identities;
    private final Conversations conversations;
    private final OwnedLinks links;
    private final MergeTable table;

    Merges(
            Contacts contacts,
            ContactIdentities identities,
            Conversations conversations,
            OwnedLinks links,
            MergeTable table) {
        this.contacts = contacts;
        this.identities = identities;
        this.conversations = conversations;
        this.links = links;
        this.table = table;
    }

    /** A merge that cannot be, with the reason in words for people. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String reason) {
            super(reason);
        }
    }

    /**
     * Makes the loser the winner: conversations, names elsewhere, links, tags and whatever the winner does not know.
     *
     * @throws Refused when one does not exist, they are one already, or one of them is a colleague
     */
    @Transactional
    public Merge merge(String winnerId, String loserId, double certainty, String reason, String by) {
        conversations.lockOf(Set.of(winnerId, loserId));
        Map<String, Contact> locked = contacts.lock(List.of(winnerId, loserId));
        Contact winner = locked.get(winnerId);
        Contact loser = locked.get(loserId);
        if (winner == null || loser == null) {
            throw new Refused("没有这个联系人");
        }
        if (winner.id().equals(loser.id())) {
            throw new Refused("这两个联系人已经是同一个");
        }
        if (winner.isStaff() || loser.isStaff()) {
            throw new Refused("同事不和别人合并");
        }
        // Whoever was merged before stands for himself no more: what is his is with these two.
        List<String> theirs = conversations.lockOf(Set.of(loser.id()));
        List<Identity> names =
                identities.of(Set.of(loser.id())).stream().map(Held::identity).toList();
        identities.move(loser.id(), winner.id());
        conversations.move(theirs, winner.id());
        List<String> merged = table.mergedInto(loser.id());
        table.point(merged, winner.id());
        table.point(List.of(loser.id()), winner.id());
        List<Long> moved = links.move(loser.id(), winner.id());
        Contact one = OnePerson.of(winner, loser);
        contacts.save(
                List.of(one, loser.tagged(Set.of(), loser.tags())), Map.of(winner.id(), winner, loser.id(), loser));
        Moved all = new Moved(Moved.Said.by(winner), Moved.Said.by(loser), names, theirs, moved, merged);
        long id = table.add(winner.id(), loser.id(), certainty, reason, by, all);
        return table.find(id).orElseThrow();
    }

    /**
     * Makes two contacts of one again.
     *
     * @throws Refused when it does not exist, was taken back already, or a later merge of either has to be first
     */
    @Transactional
    public Merge undo(long id, String by) {
        Merge merge = table.find(id).orElseThrow(() -> new Refused("没有这次合并"));
        conversations.lockOf(Set.of(merge.winner(), merge.loser()));
        Contact now = Optional.ofNullable(
                        contacts.lock(List.of(merge.winner(), merge.loser())).get(merge.winner()))
                .orElseThrow(() -> new Refused("没有这个联系人"));
        table.laterOf(merge).ifPresent(later -> {
            throw new Refused("之后还有一次合并(编号 " + later.id() + "),请先拆开它");
        });
        if (!table.undo(id, by)) {
            throw new Refused("这次合并已经拆开了");
        }
        Moved moved = table.moved(id);
        table.point(List.of(merge.loser()), null);
        table.point(moved.merged(), merge.loser());
        identities.giveBack(moved.identities(), merge.winner(), merge.loser());
        conversations.move(moved.conversations(), merge.loser());
        conversations.moveOpenedSince(
                moved.identities().stream().map(Identity::value).toList(), merge.winner(), merge.loser());
        links.giveBack(moved.links(), merge.winner(), merge.loser());
        Contact bare = new Contact(
                merge.loser(), now.kind(), moved.loser().name(), moved.loser().attributes(), Set.of(), now.metAt());
        Contact restored = bare.tagged(moved.loser().tags(), Set.of());
        contacts.save(List.of(OnePerson.without(now, moved), restored), Map.of(now.id(), now, restored.id(), bare));
        return table.find(id).orElseThrow();
    }

    /** The newest first. */
    public List<Merge> below(long id, int limit) {
        return table.below(id, limit);
    }
}
