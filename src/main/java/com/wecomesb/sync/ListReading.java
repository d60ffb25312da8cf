package com.wecomesb.sync;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Part;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the lists of one job from where they are to their ends; the next page comes while this one is taken. */
final class ListReading {

    private static final String BEGINNING = "null";

    /** As many pages are taken in one transaction; memory holds twice as many for each list. */
    private static final int PAGES_TOGETHER = 3;

    private static final long LOOK_AGAIN_MILLIS = 200;
    private final SyncJob job;
    private final Progress progress;
    private final Executor calls;
    private final PageCalls system;

    ListReading(SystemRecords records, SyncJob job, Progress progress, Executor calls, Clock clock) {
        this.job = job;
        this.progress = progress;
        this.calls = calls;
        this.system = new PageCalls(records, job, progress, clock);
    }

    /** Finds out into how many lists the whole can be split, once for a job. */
    void split() throws InterruptedException {
        if (!progress.parts().isEmpty()) {
            return;
        }
        Options options = job.options();
        SystemRecords.Part first = options.parts() > 1
                ? system.next(new Part(BEGINNING, false), options.parts())
                : new SystemRecords.Part(List.of(), List.of(), BEGINNING, true, List.of());
        progress.split(
                first.parts().isEmpty()
                        ? List.of(new Part(BEGINNING, false))
                        : first.parts().stream()
                                .map(start -> new Part(start, false))
                                .toList());
    }

    /**
     * Reads all lists side by side. The first that fails stops the others, and its failure is thrown when all have
     * stopped: from then on nothing is taken that is not counted.
     */
    void readAll(SyncTask task) throws InterruptedException {
        CompletionService<Void> lists = new ExecutorCompletionService<>(calls);
        int reading = progress.parts().size();
        for (int list = 0; list < reading; list++) {
            int number = list;
            lists.submit(() -> {
                read(number, task);
                return null;
            });
        }
        RuntimeException first = null;
        for (int stopped = 0; stopped < reading; stopped++) {
            try {
                lists.take().get();
            } catch (ExecutionException failed) {
                progress.stop();
                first = first != null
                        ? first
                        : failed.getCause() instanceof RuntimeException known
                                ? known
                                : new IllegalStateException(failed);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Reads one list to its end, unless the job is stopped: what has come in the meantime is taken together. */
    private void read(int list, SyncTask task) throws InterruptedException {
        Part start = progress.parts().get(list);
        if (start.done()) {
            return;
        }
        BlockingQueue<Come> pages = new ArrayBlockingQueue<>(PAGES_TOGETHER);
        calls.execute(() -> fetch(start, pages));
        boolean atEnd = false;
        while (!atEnd && !progress.isStopped()) {
            Come first = pages.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                List<Come> together = new ArrayList<>(List.of(first));
                pages.drainTo(together);
                atEnd = take(list, task, together);
            }
        }
    }

    /** A page, or why there is none. */
    private record Come(
            SystemRecords.@Nullable Part page, @Nullable RuntimeException failure) {}

    private void fetch(Part start, BlockingQueue<Come> pages) {
        Part part = start;
        try {
            while (!part.done() && !progress.isStopped()) {
                SystemRecords.Part page = system.next(part, 1);
                if (page.more() && page.cursor().equals(part.cursor())) {
                    throw new ConnectorFailed(Kind.PERMANENT, "说还有下一页,游标却没有前进");
                }
                part = new Part(page.cursor(), !page.more());
                put(pages, new Come(page, null));
            }
        } catch (RuntimeException failure) {
            put(pages, new Come(null, failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(BlockingQueue<Come> pages, Come one) {
        try {
            while (!progress.isStopped() && !pages.offer(one, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                // The taker is busy.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether these were the last of the list. */
    private boolean take(int list, SyncTask task, List<Come> come) {
        List<FetchedRecord> records = new ArrayList<>();
        Map<String, Long> counts = new TreeMap<>();
        SystemRecords.Part last = null;
        RuntimeException failure = null;
        for (Come one : come) {
            failure = one.failure();
            if (one.page() != null) {
                last = one.page();
                records.addAll(last.records());
                counts.merge("calls", 1L, Long::sum);
                counts.merge("refused", (long) last.refused().size(), Long::sum);
                progress.refused(last.refused());
            }
        }
        if (last != null) {
            counts.put("records", (long) records.size());
            task.take(once(records), job).forEach((name, number) -> counts.merge(name, number, Long::sum));
            progress.read(list, new Part(last.cursor(), !last.more()), counts);
        }
        if (failure != null) {
            throw failure;
        }
        return last != null && !last.more();
    }

    private static List<FetchedRecord> once(List<FetchedRecord> records) {
        Map<String, FetchedRecord> last = new LinkedHashMap<>();
        records.forEach(record -> last.put(record.id(), record));
        return List.copyOf(last.values());
    }
}
