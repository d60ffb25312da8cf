package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.FieldState;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.ContactListener.Change;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.sync.ChangeTimes.Changed;
import com.wecomesb.sync.Conflict.Winner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what a person says about a conflict: both sides say it afterwards, unless the record is a further one of a
 * contact that has another in that system.
 */
@Component
public class ConflictDecisions {

    private final Conflicts conflicts;
    private final Contacts contacts;
    private final LinkTable links;
    private final Fields fields;
    private final Aftermath aftermath;
    private final Clock clock;

    ConflictDecisions(
            Conflicts conflicts, Contacts contacts, LinkTable links, Fields fields, Aftermath aftermath, Clock clock) {
        this.conflicts = conflicts;
        this.contacts = contacts;
        this.links = links;
        this.fields = fields;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Decides a conflict that waits.
     *
     * @param value what both sides are to say, for {@link Winner#OTHER}
     * @param by who decides
     * @return the conflict as it is then; nothing when it does not wait any more
     */
    @Transactional
    public Optional<Conflict> decide(long id, Winner winner, @Nullable JsonNode value, String by) {
        Conflict before = conflicts.find(id).filter(Conflict::isOpen).orElse(null);
        Contact contact =
                before == null ? null : contacts.lock(List.of(before.ours())).get(before.ours());
        if (before == null || contact == null) {
            return Optional.empty();
        }
        Link link = links.lock(before.system(), before.kind(), before.theirs());
        // Read again behind the locks: the record may have come in meanwhile.
        Conflict conflict = conflicts.find(id).filter(Conflict::isOpen).orElse(null);
        if (conflict == null) {
            return Optional.empty();
        }
        String field = conflict.field();
        Contact after = switch (winner) {
            case TARGET -> ContactDocument.with(contact, field, conflict.theirValue());
            case OTHER -> ContactDocument.with(contact, field, Objects.requireNonNull(value));
            case SOURCE, AGREED -> contact;
        };
        Hashed theirs = fields.hashed(field, conflict.theirValue());
        FieldState last = link.field(field);
        FieldState state = winner == Winner.TARGET || !isWritten(link)
                ? last.agreed(fields.hashed(field, ContactDocument.value(after, field)), theirs)
                : last.owed(theirs);
        links.update(List.of(link.with(Map.of(field, state))));
        conflicts.save(List.of(conflict.decided(winner, by)));
        aftermath.of(new Aftermath.Outcome(
                List.of(),
                List.of(new Change(contact, after)),
                Map.of(),
                List.of(new Changed(contact.id(), field, clock.instant()))));
        return conflicts.find(id);
    }

    /** Of several records that are one contact the others are not written, and owed nothing. */
    private boolean isWritten(Link link) {
        return link.contact() == null
                || links.ofContact(link.system(), link.contact())
                        .filter(first -> !first.theirs().equals(link.theirs()))
                        .isEmpty();
    }
}
