package com.wecomesb.configuration;

import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.document.Mistake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the snapshot in force and replaces it, as a whole, by a better one. Thread-safe. */
public final class RunningConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RunningConfiguration.class);

    private final RoutesFolder folder;
    private final SnapshotBuilder builder;
    private final List<SnapshotListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Snapshot> current;
    private final AtomicReference<ConfigurationReport> report;

    private RunningConfiguration(RoutesFolder folder, SnapshotBuilder builder, Built first) {
        this.folder = folder;
        this.builder = builder;
        this.current = new AtomicReference<>(first.checked());
        this.report = new AtomicReference<>(reportOf(first, first.checked()));
    }

    /**
     * Reads the files for the first time.
     *
     * @throws ConfigurationRefused with all mistakes, if there is one
     */
    public static RunningConfiguration start(RoutesFolder folder, SnapshotBuilder builder) {
        RouteFiles files = folder.read();
        Built built = builder.build(files);
        if (!built.mistakes().isEmpty()) {
            throw new ConfigurationRefused(built.mistakes());
        }
        logStart(folder, files, built);
        return new RunningConfiguration(folder, builder, built);
    }

    public Snapshot current() {
        return Objects.requireNonNull(current.get());
    }

    public ConfigurationReport report() {
        return Objects.requireNonNull(report.get());
    }

    public void addListener(SnapshotListener listener) {
        listeners.add(listener);
    }

    /** Reads all files anew and puts them in force if they have no mistake; else the snapshot in force stays. */
    public synchronized ConfigurationReport reload() {
        RouteFiles files = folder.read();
        Built built = builder.build(files);
        Snapshot before = current();
        List<Mistake> mistakes = new ArrayList<>(built.mistakes());
        if (files.examples() && !before.files().examples()) {
            mistakes.add(new Mistake(folder.path().toString(), 0, 0, "文件夹不见了,继续使用之前的配置"));
        }
        if (!mistakes.isEmpty()) {
            logMistakes(mistakes);
        } else if (!built.checked().hash().equals(before.hash())) {
            mistakes.addAll(swap(before, built.checked()));
        }
        ConfigurationReport now = reportOf(new Built(built.checked(), mistakes, List.of(), built.unknown()), current());
        report.set(now);
        return now;
    }

    /**
     * Changes files and reads all of them anew; nothing here reads them half changed.
     *
     * @throws IOException as the change does; what is in force stays then
     */
    synchronized ConfigurationReport reloadAfter(FileChange change) throws IOException {
        change.run();
        return reload();
    }

    /** What would become of other files, aside from what is in force. */
    public Built tryOut(RouteFiles files) {
        return builder.build(files);
    }

    /** The files as they lie in the folder now, be they in force or not. */
    public RouteFiles onDisk() {
        return folder.read();
    }

    /** Writes files of the routes folder. */
    @FunctionalInterface
    interface FileChange {

        void run() throws IOException;
    }

    private List<Mistake> swap(Snapshot before, Snapshot after) {
        current.set(after);
        log.atInfo()
                .addKeyValue("snapshot", after.hash())
                .addKeyValue("before", before.hash())
                .log("configuration reloaded");
        List<Mistake> mistakes = new ArrayList<>();
        for (SnapshotListener listener : listeners) {
            try {
                listener.swapped(before, after);
            } catch (RuntimeException failure) {
                String what = listener.getClass().getSimpleName();
                log.atError().addKeyValue("part", what).setCause(failure).log("configuration reloaded in part only");
                mistakes.add(new Mistake(what, 0, 0, "新配置已检查通过,但这一部分没能换上,详见日志"));
            }
        }
        return mistakes;
    }

    private static ConfigurationReport reportOf(Built built, Snapshot inForce) {
        return new ConfigurationReport(
                inForce.hash(), built.checked().readAt(), List.copyOf(built.mistakes()), built.unknown());
    }

    private static void logMistakes(List<Mistake> mistakes) {
        log.atWarn().addKeyValue("mistakes", mistakes.size()).log("configuration not reloaded, the one in force stays");
        mistakes.forEach(mistake -> log.warn(mistake.toString()));
    }

    private static void logStart(RoutesFolder folder, RouteFiles files, Built built) {
        log.atInfo()
                .addKeyValue("snapshot", built.checked().hash())
                .addKeyValue("files", files.files().size())
                .addKeyValue(
                        "folder",
                        files.examples()
                                ? "the shipped examples"
                                : folder.path().toAbsolutePath())
                .log("configuration read");
        files.overlaid()
                .forEach(
                        path -> log.atInfo().addKeyValue("file", path).log("file of the product replaced by your own"));
        built.unknown()
                .forEach(path ->
                        log.atWarn().addKeyValue("file", path).log("file belongs to no format and has no effect"));
    }
}
