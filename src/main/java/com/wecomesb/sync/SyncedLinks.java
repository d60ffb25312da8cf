package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Links;
import com.wecomesb.connector.link.TrackedLinks;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The links as the bus sees them: contacts that are kept in step are taken over, everything else is only noted. */
@Primary
@Component
class SyncedLinks implements Links {

    /** Somebody was quicker; more often than that in a row nobody is. */
    private static final int TRIES = 5;

    private final TrackedLinks tracked;
    private final ContactArrivals contacts;
    private final Buyers buyers;
    private final Supplier<SyncPlan> plan;

    SyncedLinks(TrackedLinks tracked, ContactArrivals contacts, Buyers buyers, Supplier<SyncPlan> plan) {
        this.tracked = tracked;
        this.contacts = contacts;
        this.buyers = buyers;
        this.plan = plan;
    }

    @Override
    public Arrival arrived(FetchedRecord record) {
        return arrived(List.of(record), false).get(0);
    }

    /**
     * Takes records of one kind in one system, each at most once.
     *
     * @param quiet a first load: nobody has to be told
     */
    List<Arrival> arrived(List<FetchedRecord> records, boolean quiet) {
        if (records.isEmpty()) {
            return List.of();
        }
        String system = records.get(0).system();
        String kind = records.get(0).kind();
        Optional<SyncRule> rule = kind.equals("contact") ? plan.get().of(system, kind) : Optional.empty();
        if (rule.isPresent()) {
            return again(records, rule.get(), quiet);
        }
        List<Arrival> arrivals = tracked.arrived(records, quiet);
        buyers.note(records);
        return arrivals;
    }

    private List<Arrival> again(List<FetchedRecord> records, SyncRule rule, boolean quiet) {
        for (int attempt = 1; ; attempt++) {
            try {
                return contacts.arrived(records, rule, quiet);
            } catch (ConcurrencyFailureException quicker) {
                // Within the caller's transaction nothing can be tried again but by the caller.
                if (attempt == TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw quicker;
                }
            }
        }
    }

    @Override
    public void told(String system, String kind, String theirs, String version) {
        tracked.told(system, kind, theirs, version);
    }

    @Override
    public void written(String system, String kind, String ours, String theirs, String version, JsonNode canonical) {
        tracked.written(system, kind, ours, theirs, version, canonical);
    }

    @Override
    public void belongs(String system, String kind, String theirs, String contact) {
        tracked.belongs(system, kind, theirs, contact);
    }

    @Override
    public Optional<String> ours(String system, String kind, String theirs) {
        return tracked.ours(system, kind, theirs);
    }
}
