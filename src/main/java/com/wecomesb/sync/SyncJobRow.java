package com.wecomesb.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import com.wecomesb.sync.SyncJob.State;
import com.wecomesb.sync.SyncJob.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A row of the table {@code sync_job}. */
final class SyncJobRow {

    private static final TypeReference<Options> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private SyncJobRow() {}

    static SyncJob read(ResultSet row, int number) throws SQLException {
        return new SyncJob(
                row.getLong("id"),
                Task.valueOf(row.getString("task")),
                row.getString("system"),
                row.getString("kind"),
                SyncJob.read(row.getString("options"), OPTIONS),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                SyncJob.read(row.getString("parts"), PARTS),
                SyncJob.read(row.getString("counts"), COUNTS),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
