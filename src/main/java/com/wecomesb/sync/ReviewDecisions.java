package com.wecomesb.sync;

import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.identity.CertainMerges;
import com.wecomesb.identity.Matcher.Candidate;
import com.wecomesb.identity.Merges;
import com.wecomesb.identity.Person;
import com.wecomesb.identity.Review;
import com.wecomesb.identity.Review.State;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.Whose.Owner;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a person says about who is who. */
@Component
public class ReviewDecisions {

    private final Reviews reviews;
    private final ContactArrivals arrivals;
    private final CertainMerges merges;
    private final LinkTable links;
    private final NewIds newIds;
    private final Supplier<SyncPlan> plan;

    ReviewDecisions(
            Reviews reviews,
            ContactArrivals arrivals,
            CertainMerges merges,
            LinkTable links,
            NewIds newIds,
            Supplier<SyncPlan> plan) {
        this.reviews = reviews;
        this.arrivals = arrivals;
        this.merges = merges;
        this.links = links;
        this.newIds = newIds;
        this.plan = plan;
    }

    /**
     * Decides a question that waits.
     *
     * @param state {@code SAME}, {@code NEW} (a record is somebody new) or {@code DIFFERENT}
     * @param contact whom a record is, for {@code SAME}; null for the most likely one
     * @param by who decides
     * @return false when it does not wait any more
     * @throws Merges.Refused when it cannot be, with the reason in words for people
     */
    @Transactional
    public boolean decide(long id, State state, @Nullable String contact, String by) {
        Review review = reviews.find(id).orElse(null);
        if (review == null || !reviews.decide(id, state, by)) {
            return false;
        }
        if (state == State.DIFFERENT) {
            return true;
        }
        Candidate candidate = review.candidates().stream()
                .filter(one -> contact == null || one.contact().equals(contact))
                .findFirst()
                .orElseThrow(() -> new Merges.Refused("这个联系人不在候选里"));
        if (review.record() == null) {
            merges.merge(Objects.requireNonNull(review.contact()), candidate.contact(), candidate, by);
        } else {
            take(review, state, candidate);
        }
        return true;
    }

    private void take(Review review, State state, Candidate candidate) {
        String system = Objects.requireNonNull(review.system());
        String kind = Objects.requireNonNull(review.kind());
        String theirs = Objects.requireNonNull(review.remoteId());
        SyncRule rule = plan.get()
                .of(system, kind)
                .orElseThrow(() -> new Merges.Refused("sync.yaml 不再同步 " + system + " 的 " + kind));
        String version = links.find(system, kind, theirs).map(Link::version).orElse("");
        FetchedRecord record =
                new FetchedRecord(system, kind, theirs, version, false, Objects.requireNonNull(review.record()));
        Person person = Person.of(record.canonical());
        arrivals.decided(
                record,
                rule,
                state == State.SAME
                        ? new Owner(Link.Origin.REVIEWED, Optional.of(candidate.contact()), person, List.of())
                        : new Owner(Link.Origin.CREATED, Optional.of(newIds.of(record)), person, List.of()));
    }
}
