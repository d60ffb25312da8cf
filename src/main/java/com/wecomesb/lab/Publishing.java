package com.wecomesb.lab;

import com.wecomesb.configuration.ConfigurationReport;
import com.wecomesb.configuration.ContentFiles;
import com.wecomesb.configuration.RouteFiles;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.document.Mistake;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts files in force: the whole configuration is checked as it would be, the version is kept, all files are written, and
 * read anew. The version comes first, so that another instance that sees the files finds their author.
 */
@Component
public class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private final RunningConfiguration configuration;
    private final ContentFiles content;
    private final Versions versions;
    private final Shadow shadow;

    Publishing(RunningConfiguration configuration, ContentFiles content, Versions versions, Shadow shadow) {
        this.configuration = configuration;
        this.content = content;
        this.versions = versions;
        this.shadow = shadow;
    }

    /**
     * Who publishes, and why.
     *
     * @param author a name, for those who ask later
     */
    public record Signature(String author, String reason) {}

    /**
     * What has come of it.
     *
     * @param version in force now, or null: there was a mistake, or nothing to change
     * @param mistakes why nothing was written
     */
    public record Published(@Nullable Version version, List<Mistake> mistakes) {

        static final Published NOTHING = new Published(null, List.of());
    }

    /** There is no version like that. */
    public static final class NoSuchVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchVersion(String message) {
            super(message);
        }
    }

    /**
     * Puts these files in force.
     *
     * @param tried over how much of the past to count the changed decisions first; null: not at all
     */
    public synchronized Published publish(Proposal proposal, Signature signature, Shadow.@Nullable Scope tried)
            throws IOException {
        content.materialise();
        return publish(proposal.changes(configuration.onDisk()), signature, null, tried);
    }

    /**
     * Takes the files of a version up again, as a new version.
     *
     * @throws NoSuchVersion if there is none of this number
     */
    public synchronized Published restore(long number, Signature signature) throws IOException {
        Version version = versions.find(number).orElseThrow(() -> new NoSuchVersion("There is no such version"));
        content.materialise();
        RouteFiles disk = configuration.onDisk();
        return publish(Proposal.exactly(versions.files(version), disk).changes(disk), signature, number, null);
    }

    /**
     * Goes back to what was in force before; once more, to what was before that.
     *
     * @throws NoSuchVersion if nothing was
     */
    public synchronized Published back(Signature signature) throws IOException {
        Version before = versions.newest()
                .flatMap(versions::before)
                .orElseThrow(() -> new NoSuchVersion("There is no version before the first one"));
        return restore(before.number(), signature);
    }

    private Published publish(
            Map<String, Optional<String>> changes,
            Signature signature,
            @Nullable Long restores,
            Shadow.@Nullable Scope tried)
            throws IOException {
        if (changes.isEmpty()) {
            return Published.NOTHING;
        }
        Built candidate = configuration.tryOut(configuration.onDisk().with(changes));
        if (!candidate.mistakes().isEmpty()) {
            return new Published(null, candidate.mistakes());
        }
        Difference.Decisions decisions =
                tried == null ? null : shadow.of(candidate, tried).difference().decisions();
        Optional<Version> version = versions.add(new Draft(
                candidate.checked().hash(),
                candidate.checked().files().content(),
                signature.author(),
                signature.reason(),
                restores,
                decisions));
        return write(changes, version);
    }

    private Published write(Map<String, Optional<String>> changes, Optional<Version> version) throws IOException {
        try {
            ConfigurationReport report = content.write(changes);
            version.ifPresent(kept -> log.atInfo()
                    .addKeyValue("version", kept.number())
                    .addKeyValue("snapshot", kept.snapshot())
                    .log("version published"));
            return new Published(version.or(versions::newest).orElse(null), report.mistakes());
        } catch (IOException | RuntimeException failure) {
            version.ifPresent(versions::withdraw);
            throw failure;
        }
    }
}
