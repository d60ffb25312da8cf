package com.wecomesb.sync;

import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes everything over that a system has; nothing of it is news to anybody. */
@Component
class FirstLoad implements SyncTask {

    private final SyncedLinks synced;
    private final LinkTable links;

    FirstLoad(SyncedLinks synced, LinkTable links) {
        this.synced = synced;
        this.links = links;
    }

    @Override
    public SyncJob.Task task() {
        return SyncJob.Task.LOAD;
    }

    @Override
    public Map<String, Long> take(List<FetchedRecord> records, SyncJob job) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Set<String> ids = records.stream().map(FetchedRecord::id).collect(Collectors.toSet());
        Map<String, Link> before = links.find(job.system(), job.kind(), ids);
        List<Arrival> arrivals = synced.arrived(records, true);
        Map<String, Link> after = job.kind().equals("contact") ? Map.of() : links.find(job.system(), job.kind(), ids);
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            FetchedRecord record = records.get(i);
            Link known = before.get(record.id());
            Link now = after.get(record.id());
            String ours = arrivals.get(i).ours().orElse(now == null ? null : now.contact());
            boolean made = arrivals.get(i).origin() == Link.Origin.CREATED;
            counts.merge(what(known != null && known.contact() != null, ours, made), 1L, Long::sum);
        }
        return counts;
    }

    private static String what(boolean known, @Nullable String ours, boolean made) {
        if (known) {
            return "known";
        }
        return ours == null ? "unmatched" : made ? "created" : "matched";
    }

    @Override
    public Map<String, Long> finish(SyncJob job) {
        return Map.of();
    }
}
