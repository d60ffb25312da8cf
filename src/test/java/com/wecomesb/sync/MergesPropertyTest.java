package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.Merge;
import com.wecomesb.identity.Merges;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.jdbc.core.JdbcTemplate;

/** Any merges, taken back in the opposite order, leave everything as it was. */
class MergesPropertyTest {

    private static final List<String> TABLES = List.of(
            "SELECT id, name, attributes, merged_into FROM contact ORDER BY id",
            "SELECT * FROM contact_identity ORDER BY kind, issuer, identity_value",
            "SELECT * FROM contact_tag ORDER BY contact_id, tag",
            "SELECT id, contact_id FROM conversation ORDER BY id",
            "SELECT id, our_id, contact_id FROM record_link ORDER BY id");

    @Property(tries = 25)
    void undoneMergesRestoreEverything(@ForAll @Size(max = 6) List<@IntRange(min = 0, max = 24) Integer> pairs) {
        try (SyncContext context = new SyncContext(TestDatabase.H2.migrated())) {
            // Given
            context.plan("sync: [{system: crm}]");
            for (int i = 0; i < 5; i++) {
                person(context, i);
            }
            List<List<Map<String, Object>>> before = state(context);

            // When
            Deque<Merge> merged = new ArrayDeque<>();
            for (int pair : pairs) {
                try {
                    merged.push(context.get(Merges.class).merge("c" + pair / 5, "c" + pair % 5, 1, "试", "王芳"));
                } catch (Merges.Refused theSame) {
                    // Nothing was merged.
                }
            }
            while (!merged.isEmpty()) {
                context.get(Merges.class).undo(merged.pop().id(), "王芳");
            }

            // Then
            assertThat(state(context)).isEqualTo(before);
        }
    }

    private static void person(SyncContext context, int i) {
        String id = "c" + i;
        context.met(id, "wm" + i);
        context.set(id, "tags", json("['会员','老客户" + i % 2 + "']"));
        context.set(id, "company", TextNode.valueOf("公司" + i % 3));
        if (i % 2 == 0) {
            context.set(id, "phones", json("['1380013800" + i + "']"));
            context.set(id, "name", TextNode.valueOf("客户" + i));
        }
        JdbcTemplate jdbc = context.get(JdbcTemplate.class);
        jdbc.update(
                "INSERT INTO conversation (id, corp, channel, app, account, peer, contact_id, state, epoch, unanswered,"
                        + " reply_budget, created_at, updated_at)"
                        + " VALUES (?, 'ww1', 'kf', 'service', 'wk1', ?, ?, 'BOT', 1, 0, 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)",
                "k" + i,
                "wm" + i,
                id);
        context.links().arrived(record("crm", "r" + i, "", "{'id':'" + id + "','remark':'" + i + "'}"));
    }

    private static List<List<Map<String, Object>>> state(SyncContext context) {
        JdbcTemplate jdbc = context.get(JdbcTemplate.class);
        return TABLES.stream().map(jdbc::queryForList).toList();
    }
}
