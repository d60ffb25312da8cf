package com.wecomesb.sync;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactIdentities.Held;
import com.wecomesb.conversation.ContactListener.Change;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.identity.IdentityWatch;
import com.wecomesb.sync.ChangeTimes.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what arrivals made of our contacts, and sees to it that it goes on to the other systems. */
@Component
class Aftermath {

    private final Contacts contacts;
    private final IdentityWatch watch;
    private final ChangeTimes times;
    private final Onward onward;

    Aftermath(Contacts contacts, IdentityWatch watch, ChangeTimes times, Onward onward) {
        this.contacts = contacts;
        this.watch = watch;
        this.times = times;
        this.onward = onward;
    }

    /**
     * What came of a page.
     *
     * @param created contacts that nobody had met
     * @param changes all contacts that were looked at, as they were and as they are
     * @param recognised by what the records' people are known, by contact
     * @param taken when fields were changed that were taken over
     */
    record Outcome(
            List<Contact> created, List<Change> changes, Map<String, Set<Identity>> recognised, List<Changed> taken) {}

    void of(Outcome outcome) {
        contacts.insert(outcome.created());
        Map<String, Contact> before = outcome.changes().stream()
                .map(Change::before)
                .collect(Collectors.toMap(Contact::id, Function.identity()));
        List<Change> stored =
                contacts.store(outcome.changes().stream().map(Change::after).toList(), before);
        watch.changed(stored);
        List<Held> names = new ArrayList<>();
        outcome.recognised().forEach((contact, known) -> known.forEach(name -> names.add(new Held(name, contact))));
        watch.add(names);
        times.note(outcome.taken());
        // Also those that did not change: where we were right, ours has to go out.
        onward.go(outcome.changes().stream().map(Change::after).toList());
    }
}
