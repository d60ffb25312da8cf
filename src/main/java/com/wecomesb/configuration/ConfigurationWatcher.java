package com.wecomesb.configuration;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reloads the configuration when its files have changed. It looks at the folder instead of waiting for the operating
 * system's notices, which mounted folders do not give.
 */
final class ConfigurationWatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationWatcher.class);

    private final RoutesFolder folder;
    private final RunningConfiguration configuration;
    private final Duration interval;
    private final FolderChanges changes;
    private @Nullable ScheduledExecutorService looking;

    ConfigurationWatcher(RoutesFolder folder, RunningConfiguration configuration, Duration interval) {
        this.folder = folder;
        this.configuration = configuration;
        this.interval = interval;
        // What changed between the first reading and now is found by the first look: nothing counts as loaded yet.
        this.changes = new FolderChanges(Map.of());
    }

    @Override
    public void start() {
        looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "configuration-watcher");
            thread.setDaemon(true);
            return thread;
        });
        var unused = looking.scheduleWithFixedDelay(
                this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.shutdownNow();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        try {
            if (changes.cameToRest(folder.fingerprint())) {
                configuration.reload();
            }
        } catch (RuntimeException failure) {
            log.atWarn().setCause(failure).log("routes folder could not be looked at, trying again");
        }
    }
}
