package com.wecomesb.sync;

import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contacts that are kept in step with two systems, on a database of its own for each test. */
abstract class KeptInStep {

    static final String ONE = "2026-11-21T04:00:00Z";
    static final String TWO = "2026-11-21T05:00:00Z";
    static final String THREE = "2026-11-21T06:00:00Z";
    static final String PLAN = """
            sync:
              - {system: crm, conflicts: newest, fields: {name: review, phones: target, company: newest, stage: source, owner: out, remark: in, tags: , attributes: }}
              - {system: crm2, conflicts: newest}
            """;

    private final TestDatabase database;
    SyncContext context;

    KeptInStep(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        context = new SyncContext(database.migrated());
        context.plan(PLAN);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** The same person in both systems. */
    String linkedInBoth() {
        String document = "{'name':'王芳','phones':['13800138000'],'company':'云朵'}";
        String ours = context.links()
                .arrived(record("crm", "7", ONE, document))
                .ours()
                .orElseThrow();
        assertThat(context.links().arrived(record("crm2", "x7", ONE, document)).ours())
                .contains(ours);
        assertThat(context.published()).isEmpty();
        context.links().told("crm", "contact", "7", ONE);
        return ours;
    }

    List<Conflict> conflicts() {
        return context.get(Conflicts.class).below(null, Long.MAX_VALUE, 10);
    }

    int count(String what) {
        Integer count = context.get(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM " + what, Integer.class);
        return count == null ? 0 : count;
    }
}
