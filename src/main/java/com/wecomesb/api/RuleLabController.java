package com.wecomesb.api;

import com.wecomesb.lab.Change;
import com.wecomesb.lab.Difference;
import com.wecomesb.lab.Publishing;
import com.wecomesb.lab.Publishing.NoSuchVersion;
import com.wecomesb.lab.Publishing.Published;
import com.wecomesb.lab.Shadow;
import com.wecomesb.lab.ShadowReport;
import com.wecomesb.lab.ShadowReport.Totals;
import com.wecomesb.lab.Version;
import com.wecomesb.lab.Versions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule lab: tries changed rules on what really happened, publishes them, and goes back. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleLabController {

    private final Shadow shadow;
    private final Publishing publishing;
    private final Versions versions;

    RuleLabController(Shadow shadow, Publishing publishing, Versions versions) {
        this.shadow = shadow;
        this.publishing = publishing;
        this.versions = versions;
    }

    /** What a trial has shown; without totals there was none. */
    record Trial(
            String before,
            String after,
            List<MistakeView> mistakes,
            Difference difference,
            @Nullable Totals totals,
            List<Change> changes,
            int more,
            List<String> limits) {

        static Trial of(ShadowReport report) {
            return new Trial(
                    report.before(),
                    report.after(),
                    report.mistakes().stream().map(MistakeView::of).toList(),
                    report.difference(),
                    report.totals(),
                    report.changes(),
                    report.more(),
                    report.limits());
        }
    }

    /**
     * What publishing has led to.
     *
     * @param version in force now; null: with mistakes nothing was written, without there was nothing to change
     */
    record Result(@Nullable Version version, List<MistakeView> mistakes) {

        static Result of(Published published) {
            return new Result(
                    published.version(),
                    published.mistakes().stream().map(MistakeView::of).toList());
        }
    }

    /** Who goes back, and why. */
    record Restoring(@Nullable String author, @Nullable String reason) {}

    /** A version with its files, text by path. */
    record WithFiles(Version version, Map<String, String> files) {}

    @PostMapping("/shadow")
    Trial shadow(@RequestBody ProposalBody body) {
        return Trial.of(shadow.of(body.proposal(), body.scope()));
    }

    @PostMapping("/publish")
    Result publish(@RequestBody ProposalBody body) throws IOException {
        return Result.of(publishing.publish(body.proposal(), body.signature(), body.triedBeforehand()));
    }

    @GetMapping("/versions")
    Page<Version> versions(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int limit) {
        Cursor from = Cursor.of(cursor, limit);
        List<Version> found = versions.below(from.before(), limit + 1);
        List<Version> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown, found.size() > limit ? Long.toString(shown.get(limit - 1).number()) : null);
    }

    @GetMapping("/versions/{number}")
    WithFiles version(@PathVariable long number) {
        Version version = versions.find(number).orElseThrow(() -> new NotThere("There is no such version"));
        return new WithFiles(version, versions.files(version));
    }

    @PostMapping("/versions/{number}/restore")
    Result restore(@PathVariable long number, @RequestBody Restoring body) throws IOException {
        return Result.of(publishing.restore(number, ProposalBody.signature(body.author(), body.reason())));
    }

    /** To the version before the one in force. */
    @PostMapping("/versions/previous/restore")
    Result back(@RequestBody Restoring body) throws IOException {
        return Result.of(publishing.back(ProposalBody.signature(body.author(), body.reason())));
    }

    @ExceptionHandler
    ProblemDetail handle(NoSuchVersion exception) {
        return Problems.problem(HttpStatus.NOT_FOUND, exception.getMessage());
    }

    @ExceptionHandler
    ProblemDetail handle(Shadow.Busy exception) {
        return Problems.problem(HttpStatus.CONFLICT, "Another trial is running; try again in a moment");
    }
}
