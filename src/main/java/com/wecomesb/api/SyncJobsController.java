package com.wecomesb.api;

import com.wecomesb.sync.Differences;
import com.wecomesb.sync.SyncJob;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Task;
import com.wecomesb.sync.SyncJobs;
import com.wecomesb.sync.SyncSettings;
import com.wecomesb.sync.Syncable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** First loads and comparisons. */
@RestController
@RequestMapping("/api/v1/sync/jobs")
class SyncJobsController {

    private static final int MOST_PARTS = 16;
    private static final int LARGEST_PAGE = 1000;

    private final SyncJobs jobs;
    private final Differences differences;
    private final Syncable syncable;
    private final SyncSettings settings;

    SyncJobsController(SyncJobs jobs, Differences differences, Syncable syncable, SyncSettings settings) {
        this.jobs = jobs;
        this.differences = differences;
        this.syncable = syncable;
        this.settings = settings;
    }

    /**
     * What to do.
     *
     * @param task {@code load} or {@code reconcile}
     * @param kind {@code contact}, {@code order} or {@code ticket}
     * @param pageSize null for {@code esb.sync.page-size}
     * @param parts into how many lists a system that can splits the whole; null for {@code esb.sync.parts}
     * @param callsPerSecond null for {@code esb.sync.calls-per-second}; 0 for as many as the connector allows
     * @param repair whether a comparison mends what differs
     * @param fresh whether to begin from the start instead of where the last one stopped
     */
    record Order(
            @Nullable String task,
            @Nullable String system,
            @Nullable String kind,
            @Nullable Integer pageSize,
            @Nullable Integer parts,
            @Nullable Integer callsPerSecond,
            boolean repair,
            boolean fresh) {}

    @GetMapping
    Page<SyncJob> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Cursor from = Cursor.of(cursor, limit);
        return Page.of(jobs.below(from.before(), from.limit() + 1), from.limit(), SyncJob::id);
    }

    /** Begins one, or goes on with the last one of its kind if that has not come to its end and nothing else is asked. */
    @PostMapping
    SyncJob begin(@RequestBody Order order) {
        Task task = switch (String.valueOf(order.task())) {
            case "load" -> Task.LOAD;
            case "reconcile" -> Task.RECONCILE;
            default -> throw new BadRequest("task must be load or reconcile");
        };
        if (order.system() == null || order.kind() == null) {
            throw new BadRequest("system and kind are needed");
        }
        syncable.reasonAgainst(order.system(), order.kind()).ifPresent(reason -> {
            throw new BadRequest(reason);
        });
        Options options = new Options(
                within("pageSize", order.pageSize(), settings.pageSize(), 1, LARGEST_PAGE),
                within("parts", order.parts(), settings.parts(), 1, MOST_PARTS),
                within("callsPerSecond", order.callsPerSecond(), settings.callsPerSecond(), 0, 10_000),
                order.repair() && task == Task.RECONCILE);
        return order.fresh()
                ? jobs.beginAnew(task, order.system(), order.kind(), options)
                        .orElseThrow(() -> new NotNow("One runs already; stop it before beginning afresh"))
                : jobs.begin(task, order.system(), order.kind(), options);
    }

    private static int within(String name, @Nullable Integer asked, int usual, int least, int most) {
        int value = asked == null ? usual : asked;
        if (value < least || value > most) {
            throw new BadRequest(name + " must be " + least + " to " + most);
        }
        return value;
    }

    @GetMapping("/{id}")
    SyncJob one(@PathVariable long id) {
        return jobs.find(id).orElseThrow(() -> new NotThere("There is no job of this number"));
    }

    /** What it has read stays read; beginning the same again goes on from there. */
    @DeleteMapping("/{id}")
    SyncJob stop(@PathVariable long id) {
        SyncJob job = one(id);
        if (!jobs.stop(id)) {
            throw new NotNow("It is " + job.state() + " already");
        }
        return one(id);
    }

    /** A part of what a comparison found, in the order in which it was found. */
    record FoundPage(
            List<Differences.Found> items, @Nullable String next) {}

    @GetMapping("/{id}/differences")
    FoundPage differences(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int checked = Cursor.of(null, limit).limit();
        List<Differences.Found> found = differences.above(one(id).id(), cursor, checked + 1);
        List<Differences.Found> shown = found.subList(0, Math.min(found.size(), checked));
        String next = found.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).id())
                : null;
        return new FoundPage(shown, next);
    }
}
