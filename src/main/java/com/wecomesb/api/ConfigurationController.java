package com.wecomesb.api;

import com.wecomesb.configuration.ConfigurationReport;
import com.wecomesb.configuration.ContentFiles;
import com.wecomesb.configuration.RoutesFolder;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.flow.FlowLoader;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of the routes folder: what is in force, what is wrong, and the content itself. */
@RestController
@RequestMapping("/api/v1/configuration")
class ConfigurationController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final RunningConfiguration configuration;
    private final RoutesFolder folder;
    private final ContentFiles content;
    private final FlowLoader flows;

    ConfigurationController(
            RunningConfiguration configuration, RoutesFolder folder, ContentFiles content, FlowLoader flows) {
        this.configuration = configuration;
        this.folder = folder;
        this.content = content;
        this.flows = flows;
    }

    /**
     * A file in force.
     *
     * @param origin {@code shipped}, {@code overlaid} (a file of the product replaced by the company's own), {@code
     *     company}
     * @param editable whether it is content that may be written here
     */
    record FileView(String path, String origin, boolean editable) {

        static FileView of(SourceFile file) {
            return new FileView(
                    file.path(), file.origin().name().toLowerCase(Locale.ROOT), ContentFiles.isContent(file.path()));
        }
    }

    /**
     * What is in force, and why the files as they are now are not.
     *
     * @param examples whether the shipped examples stand in, as there is no routes folder
     * @param waitingForRestart changed flows of the product, in force from the next start on
     * @param unknown YAML files without effect
     */
    record View(
            String snapshot,
            Instant inForceSince,
            Instant checkedAt,
            String folder,
            boolean examples,
            List<MistakeView> mistakes,
            List<String> waitingForRestart,
            List<String> unknown,
            List<FileView> files) {}

    /** What writing a file has led to; with mistakes the snapshot is the one from before. */
    record Written(String snapshot, List<MistakeView> mistakes) {}

    @GetMapping
    View view() {
        Snapshot current = configuration.current();
        ConfigurationReport report = configuration.report();
        return new View(
                current.hash(),
                current.readAt(),
                report.checkedAt(),
                folder.path().toString(),
                current.files().examples(),
                report.mistakes().stream().map(MistakeView::of).toList(),
                flows.waitingForRestart(),
                report.unknown(),
                current.files().files().stream().map(FileView::of).toList());
    }

    /** The file as it stands in the folder now, be it in force or not. */
    @GetMapping("/files/{*path}")
    ResponseEntity<String> read(@PathVariable String path) {
        SourceFile file = content.read(path.substring(1))
                .orElseThrow(() -> new NotThere("There is no content file of this path"));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(file.text());
    }

    /** In force at once if the whole configuration is without mistakes then. */
    @PutMapping("/files/{*path}")
    Written write(@PathVariable String path, @RequestBody(required = false) String text) throws IOException {
        String file = path.substring(1);
        if (!ContentFiles.isContent(file)) {
            throw new BadRequest(
                    "Only accounts.yaml, YAML files of rules, vocabularies, replies, intents, calendars, mappings, dialogs and"
                            + " schedules, and CSV tables of mappings can be written here");
        }
        ConfigurationReport report = content.write(file, text == null ? "" : text);
        return new Written(
                report.inForce(),
                report.mistakes().stream().map(MistakeView::of).toList());
    }
}
