package com.wecomesb.sync;

import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        synced.arrived(records, true);
        Map<String, Long> counts = new TreeMap<>();
        links.find(job.system(), job.kind(), ids).forEach((id, link) -> {
            Link known = before.get(id);
            String what = known != null && known.ours() != null
                    ? "known"
                    : switch (link.origin()) {
                        case MATCHED, REVIEWED -> "matched";
                        case CREATED, WRITTEN -> "created";
                        case LOST -> "unmatched";
                    };
            counts.merge(what, 1L, Long::sum);
        });
        return counts;
    }

    @Override
    public Map<String, Long> finish(SyncJob job) {
        return Map.of();
    }
}
