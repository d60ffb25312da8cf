package com.wecomesb.document;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;

/** A file that is being checked in portions, on other cores while its reader goes on. Awaited by the thread that began it. */
public final class SchemaCheck {

    private final List<ForkJoinTask<List<Mistake>>> portions;

    private SchemaCheck(List<ForkJoinTask<List<Mistake>>> portions) {
        this.portions = portions;
    }

    static SchemaCheck begin(List<Callable<List<Mistake>>> portions) {
        return new SchemaCheck(portions.stream()
                .<ForkJoinTask<List<Mistake>>>map(ForkJoinTask::adapt)
                .map(ForkJoinTask::fork)
                .toList());
    }

    /** Does itself what nobody has begun yet: from the end, because the others work from the beginning. */
    public void help() {
        for (int i = portions.size() - 1; i >= 0; i--) {
            if (portions.get(i).tryUnfork()) {
                portions.get(i).invoke();
            }
        }
    }

    /** What the schema has against the file; waits for it. */
    public List<Mistake> mistakes() {
        return portions.stream().flatMap(portion -> portion.join().stream()).toList();
    }
}
