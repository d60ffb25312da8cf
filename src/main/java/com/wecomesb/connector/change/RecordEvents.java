package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.link.FetchedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes the canonical event of a transition. The same transition has the same id, whoever saw it first. */
@Component
class RecordEvents {

    private static final int LONGEST_IDENTITY = 100;

    private final Pseudonyms pseudonyms;
    private final Clock clock;

    RecordEvents(Pseudonyms pseudonyms, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    Event of(FetchedRecord record, Transition transition, Optional<Concerned.Party> party) {
        String subject = pseudonyms.of("record", record.system(), record.kind(), record.id());
        String key = party.map(Concerned.Party::conversation).orElse(subject);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("system", record.system());
        data.put("kind", record.kind());
        data.put("id", record.id());
        data.put("version", record.version());
        var changed = data.putArray("changed");
        new TreeSet<>(transition.changed()).forEach(changed::add);
        data.set(record.kind(), record.canonical());
        if (transition.comment() != null) {
            data.set("comment", transition.comment());
        }
        party.ifPresent(who -> write(who, data));
        return Event.first(
                record.system(),
                record.kind() + ":" + record.id() + ":" + identity(transition),
                transition.type(),
                subject,
                transition.at() == null ? clock.instant() : transition.at(),
                key,
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String identity(Transition transition) {
        String identity = transition.identity();
        return identity.length() <= LONGEST_IDENTITY ? identity : pseudonyms.of("identity", identity);
    }

    /** As the conversation's own events say it. */
    private static void write(Concerned.Party party, ObjectNode data) {
        data.put("corp", party.corp())
                .put("app", party.app())
                .put("channel", party.channel())
                .put("account", party.account())
                .put("peer", party.peer())
                .put("peerKind", party.peerKind())
                .put("origin", "system");
    }
}
