package com.wecomesb.identity;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactIdentities;
import com.wecomesb.conversation.ContactIdentities.Held;
import com.wecomesb.conversation.ContactListener;
import com.wecomesb.conversation.Contacts.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes by what a contact is known when that changes, and asks whether two are one when both are known by the same. */
@Component
public class IdentityWatch implements ContactListener {

    private final ContactIdentities identities;
    private final Matcher matcher;
    private final Reviews reviews;

    IdentityWatch(ContactIdentities identities, Matcher matcher, Reviews reviews) {
        this.identities = identities;
        this.matcher = matcher;
        this.reviews = reviews;
    }

    @Override
    public void changed(List<Change> changes) {
        List<Held> names = new ArrayList<>();
        for (Change change : changes) {
            Set<Identity> added = new HashSet<>(known(change.after()));
            added.removeAll(known(change.before()));
            added.forEach(name -> names.add(new Held(name, change.after().id())));
        }
        add(names);
    }

    /** Notes names; where another contact has one already, it is asked whether the two are one. */
    public void add(List<Held> names) {
        if (!names.isEmpty()) {
            shared(identities.add(names));
        }
    }

    private static Set<Identity> known(Contact contact) {
        return contact.isStaff() ? Set.of() : Person.of(contact, List.of()).identities();
    }

    @Override
    public void shared(List<Shared> shared) {
        for (Shared one : shared) {
            Matcher.Candidate candidate = matcher.likeness(one.contact(), one.holder(), one.identity());
            if (matcher.isPossible(candidate)) {
                Review.State state = matcher.isCertain(candidate) ? Review.State.CERTAIN : Review.State.OPEN;
                reviews.ask(one.contact(), candidate, state);
            }
        }
    }
}
