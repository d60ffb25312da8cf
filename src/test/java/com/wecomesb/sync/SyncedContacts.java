package com.wecomesb.sync;

import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.IdentityReport;
import com.wecomesb.identity.Merges;
import com.wecomesb.identity.Reviews;

/** Contacts that are kept in step, for tests of what is shown of them. */
public final class SyncedContacts implements AutoCloseable {

    private final SyncContext context = new SyncContext(TestDatabase.H2.migrated());

    /** Nothing has happened yet. */
    public SyncedContacts() {
        context.plan("sync: [{system: crm, conflicts: review}]");
    }

    /** Both sides change a name; the number of the conflict. */
    public long conflict() {
        String ours = context.links()
                .arrived(SyncContext.record("crm", "7", "2026-11-21T04:00:00Z", "{'name':'王芳'}"))
                .ours()
                .orElseThrow();
        context.set(ours, "name", TextNode.valueOf("芳姐"));
        context.links().arrived(SyncContext.record("crm", "7", "2026-11-21T05:00:00Z", "{'name':'王小芳'}"));
        return conflicts().below("OPEN", Long.MAX_VALUE, 1).get(0).id();
    }

    /** A customer whom WeCom brought. */
    public void met(String id) {
        context.met(id, "wm-" + id);
    }

    public Conflicts conflicts() {
        return context.get(Conflicts.class);
    }

    public ConflictDecisions conflictDecisions() {
        return context.get(ConflictDecisions.class);
    }

    public IdentityReport report() {
        return context.get(IdentityReport.class);
    }

    public Reviews reviews() {
        return context.get(Reviews.class);
    }

    public ReviewDecisions reviewDecisions() {
        return context.get(ReviewDecisions.class);
    }

    public Merges merges() {
        return context.get(Merges.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
