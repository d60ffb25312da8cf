package com.wecomesb.configuration;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.media.MediaFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a snapshot of files, aside from the one in force, and finds all their mistakes. */
public final class SnapshotBuilder {

    private static final Logger log = LoggerFactory.getLogger(SnapshotBuilder.class);

    private final List<? extends FormatOwner<?>> owners;
    private final List<CompiledPart> compiled;
    private final List<SnapshotCheck> checks;
    private final Clock clock;

    /**
     * @param owners read the files
     * @param compiled made of what they read
     * @param checks across all of it
     */
    public SnapshotBuilder(
            List<? extends FormatOwner<?>> owners,
            List<CompiledPart> compiled,
            List<SnapshotCheck> checks,
            Clock clock) {
        this.owners = List.copyOf(owners);
        this.compiled = List.copyOf(compiled);
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /**
     * What became of the files.
     *
     * @param checked the snapshot, usable only without mistakes
     * @param mistakes all of them, in the order of the formats
     * @param examples those of them that are examples that turn out otherwise
     * @param unknown YAML files that belong to no format
     */
    public record Built(Snapshot checked, List<Mistake> mistakes, List<Mistake> examples, List<String> unknown) {

        /** Whether the snapshot can at least be tried: nothing is wrong but examples. */
        public boolean canBeTried() {
            return mistakes.size() == examples.size();
        }

        /** The snapshot, if it may come into force. */
        public Optional<Snapshot> snapshot() {
            return mistakes.isEmpty() ? Optional.of(checked) : Optional.empty();
        }
    }

    public Built build(RouteFiles files) {
        List<Mistake> found = new ArrayList<>(files.mistakes());
        Set<String> broken = new HashSet<>();
        Set<String> known = new HashSet<>();
        Map<String, Object> parts = new LinkedHashMap<>();
        for (FormatOwner<?> owner : owners) {
            List<SourceFile> own = files.files().stream()
                    .filter(file -> owner.owns(file.path()))
                    .toList();
            own.forEach(file -> known.add(file.path()));
            Mistakes mistakes = new Mistakes();
            Object part = read(owner, own, mistakes);
            if (part != null) {
                parts.put(owner.name(), part);
            }
            if (!mistakes.isEmpty()) {
                broken.add(owner.name());
                found.addAll(mistakes.list());
            }
        }
        files.mistakes()
                .forEach(mistake -> owners.stream()
                        .filter(owner -> owner.owns(mistake.file()))
                        .forEach(owner -> broken.add(owner.name())));
        Snapshot read = new Snapshot(hash(files), clock.instant(), files, parts);
        for (CompiledPart part : compiled) {
            if (part.reliesOn().stream().noneMatch(broken::contains)) {
                compile(part, read, found).ifPresent(made -> parts.put(part.name(), made));
            }
            if (!parts.containsKey(part.name())) {
                broken.add(part.name());
            }
        }
        Snapshot candidate = read.with(parts);
        found.addAll(crossCheck(candidate, broken, false));
        List<Mistake> examples = crossCheck(candidate, broken, true);
        found.addAll(examples);
        return new Built(candidate, List.copyOf(found), List.copyOf(examples), unknown(files, known));
    }

    private static @Nullable Object read(FormatOwner<?> owner, List<SourceFile> own, Mistakes mistakes) {
        try {
            return owner.read(own, mistakes);
        } catch (RuntimeException defect) {
            log.atError().addKeyValue("format", owner.name()).setCause(defect).log("format could not be read");
            mistakes.addWholeFile(owner.name(), "读取时出了内部错误,详见日志");
            return null;
        }
    }

    private static Optional<Object> compile(CompiledPart part, Snapshot read, List<Mistake> found) {
        try {
            return Optional.of(part.compile(read));
        } catch (RuntimeException defect) {
            log.atError().addKeyValue("part", part.name()).setCause(defect).log("part could not be compiled");
            found.add(new Mistake(part.name(), 0, 0, "编译时出了内部错误,详见日志"));
            return Optional.empty();
        }
    }

    private List<Mistake> crossCheck(Snapshot candidate, Set<String> broken, boolean examples) {
        Mistakes mistakes = new Mistakes();
        for (SnapshotCheck check : checks) {
            if (check.triesExamples() == examples && check.reliesOn().stream().noneMatch(broken::contains)) {
                check.check(candidate, mistakes);
            }
        }
        return mistakes.list();
    }

    private static List<String> unknown(RouteFiles files, Set<String> known) {
        return files.files().stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith(".yaml") && !known.contains(path))
                .toList();
    }

    private static String hash(RouteFiles files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SourceFile file : files.files()) {
                digest.update(file.path().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            for (MediaFile file : files.media()) {
                digest.update((file.path() + "\0" + file.sha256() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
