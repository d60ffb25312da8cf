package com.wecomesb.sync;

import com.wecomesb.connector.change.RecordFault;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.sync.Differences.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that does not stop at a record that cannot be taken: of what fails together each half is tried by itself, down to
 * the one record. That one is counted as {@code failed} and noted as a difference; a comparison meets it again.
 */
final class RecordByRecord implements SyncTask {

    private static final Logger log = LoggerFactory.getLogger(RecordByRecord.class);

    private final SyncTask task;
    private final Differences differences;

    RecordByRecord(SyncTask task, Differences differences) {
        this.task = task;
        this.differences = differences;
    }

    @Override
    public SyncJob.Task task() {
        return task.task();
    }

    @Override
    public Map<String, Long> take(List<FetchedRecord> records, SyncJob job) {
        try {
            return task.take(records, job);
        } catch (RuntimeException failure) {
            if (!RecordFault.isOfRecord(failure)) {
                throw failure;
            }
            return apart(records, job, failure);
        }
    }

    private Map<String, Long> apart(List<FetchedRecord> records, SyncJob job, RuntimeException failure) {
        Map<String, Long> counts = new TreeMap<>();
        List<FetchedRecord> failed = new ArrayList<>();
        halves(records, job, failure, counts, failed);
        if (failed.size() == records.size() && failed.size() > 1) {
            // What holds for every record lies with none of them: once it is mended, they are to come again.
            throw failure;
        }
        failed.forEach(record -> log.atWarn()
                .addKeyValue("job", job.id())
                .addKeyValue("system", record.system())
                .addKeyValue("record", record.id())
                .addKeyValue("cause", failure.getClass().getName())
                .log("a record cannot be taken, the others go on without it"));
        differences.add(
                job.id(),
                failed.stream()
                        .map(record -> new Difference("failed", record.id(), null, Set.of()))
                        .toList(),
                false);
        counts.merge("failed", (long) failed.size(), Long::sum);
        return counts;
    }

    /** These have failed together. */
    private void halves(
            List<FetchedRecord> records,
            SyncJob job,
            RuntimeException failure,
            Map<String, Long> counts,
            List<FetchedRecord> failed) {
        if (records.size() == 1) {
            failed.addAll(records);
            return;
        }
        int middle = records.size() / 2;
        for (List<FetchedRecord> half : List.of(records.subList(0, middle), records.subList(middle, records.size()))) {
            try {
                task.take(half, job).forEach((name, number) -> counts.merge(name, number, Long::sum));
            } catch (RuntimeException again) {
                if (!RecordFault.isOfRecord(again)) {
                    throw again;
                }
                halves(half, job, failure, counts, failed);
            }
        }
    }

    @Override
    public Map<String, Long> finish(SyncJob job) {
        return task.finish(job);
    }
}
