package com.wecomesb.sync;

import com.wecomesb.connector.link.FetchedRecord;
import java.util.List;
import java.util.Map;

/** What a job does with the records that it reads. Called by several threads. */
interface SyncTask {

    SyncJob.Task task();

    /** Takes one page, each record once; answers what to count. A page may come again after a crash. */
    Map<String, Long> take(List<FetchedRecord> records, SyncJob job);

    /** Everything was read; answers what to count. */
    Map<String, Long> finish(SyncJob job);
}
