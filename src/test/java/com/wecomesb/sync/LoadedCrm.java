package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;
import java.io.IOException;
import java.time.Duration;

/** A CRM whose contacts can be loaded and compared, for tests of what is shown of that. */
public final class LoadedCrm implements AutoCloseable {

    private final SimulatedCrm crm;
    private final SyncContext context;

    public LoadedCrm(int contacts) throws IOException {
        crm = new SimulatedCrm(contacts, Duration.ofMillis(1), 10_000);
        context = new SyncContext(TestDatabase.H2.migrated(), crm.url(), 10_000);
        context.plan("sync: [{system: crm, conflicts: newest}]");
    }

    public SyncJobs jobs() {
        return context.get(SyncJobs.class);
    }

    public Differences differences() {
        return context.get(Differences.class);
    }

    public Syncable syncable() {
        return context.get(Syncable.class);
    }

    /** The job once it runs no more. */
    public SyncJob ended(long job) {
        return context.ended(job);
    }

    /** Somebody changes a contact there, and the bus hears nothing of it. */
    public void change(int number, String company) {
        crm.change(number, "company", company, "2026-11-20T00:00:00Z");
    }

    @Override
    public void close() {
        context.close();
        crm.close();
    }
}
