package com.wecomesb.identity;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.identity.Matcher.Candidate;
import com.wecomesb.identity.Review.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Merges the contacts of which the rules are certain that they are one. */
@Component
public class CertainMerges {

    private static final Logger log = LoggerFactory.getLogger(CertainMerges.class);
    private static final int AT_ONCE = 50;

    private final Reviews reviews;
    private final Contacts contacts;
    private final Merges merges;

    CertainMerges(Reviews reviews, Contacts contacts, Merges merges) {
        this.reviews = reviews;
        this.contacts = contacts;
        this.merges = merges;
    }

    /** Does what has come up; called again and again. */
    public void run() {
        for (Review review : reviews.below(State.CERTAIN, Long.MAX_VALUE, AT_ONCE)) {
            Candidate candidate = review.candidates().get(0);
            try {
                merge(Objects.requireNonNull(review.contact()), candidate.contact(), candidate, "rule");
            } catch (Merges.Refused refused) {
                log.atInfo().addKeyValue("review", review.id()).log("merge not needed any more");
            }
            reviews.decide(review.id(), State.SAME, "rule");
        }
    }

    /** Merges two contacts; the one that was met first is left. */
    public Merge merge(String one, String other, Candidate why, String by) {
        Map<String, Contact> both = contacts.find(List.of(one, other));
        List<Contact> oldest = Stream.of(both.get(one), both.get(other))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Contact::metAt).thenComparing(Contact::id))
                .toList();
        if (oldest.size() < 2) {
            throw new Merges.Refused("没有这个联系人");
        }
        return merges.merge(oldest.get(0).id(), oldest.get(1).id(), why.certainty(), why.by(), by);
    }
}
