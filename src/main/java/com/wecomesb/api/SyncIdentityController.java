package com.wecomesb.api;

import com.wecomesb.identity.IdentityReport;
import com.wecomesb.identity.Merge;
import com.wecomesb.identity.Merges;
import com.wecomesb.identity.Review;
import com.wecomesb.identity.Review.State;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.ReviewDecisions;
import java.util.List;
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

/** Who is who: the report, the questions, the merges. */
@RestController
@RequestMapping("/api/v1/identity")
class SyncIdentityController {

    private final IdentityReport report;
    private final Reviews reviews;
    private final ReviewDecisions decisions;
    private final Merges merges;

    SyncIdentityController(IdentityReport report, Reviews reviews, ReviewDecisions decisions, Merges merges) {
        this.report = report;
        this.reviews = reviews;
        this.decisions = decisions;
        this.merges = merges;
    }

    /** A share of the records, 0 to 1. */
    record Shares(double matched, double created, double ambiguous, double lost) {}

    record Line(IdentityReport.Line counts, Shares shares) {}

    record Told(List<Line> systems, long merged, long twins) {}

    /**
     * What a person says.
     *
     * @param is {@code same}, {@code new} or {@code different}
     * @param contact whom the record is, with {@code same}; null for the most likely
     */
    record Decision(
            @Nullable String is,
            @Nullable String contact,
            @Nullable String by) {}

    /** Two contacts that are one. */
    record Pair(
            @Nullable String winner,
            @Nullable String loser,
            @Nullable String reason,
            @Nullable String by) {}

    record Person(@Nullable String by) {}

    @GetMapping("/report")
    Told report() {
        IdentityReport.Report read = report.read();
        return new Told(
                read.systems().stream()
                        .map(line -> new Line(
                                line,
                                new Shares(
                                        line.share(line.matched()),
                                        line.share(line.created()),
                                        line.share(line.ambiguous()),
                                        line.share(line.lost()))))
                        .toList(),
                read.merged(),
                read.twins());
    }

    /** The newest first; {@code state} is OPEN unless said otherwise. */
    @GetMapping("/reviews")
    Page<Review> reviews(
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Cursor from = Cursor.of(cursor, limit);
        return Page.of(reviews.below(state, from.before(), from.limit() + 1), from.limit(), Review::id);
    }

    @PostMapping("/reviews/{id}/decide")
    Review decide(@PathVariable long id, @RequestBody Decision decision) {
        State state = switch (String.valueOf(decision.is())) {
            case "same" -> State.SAME;
            case "new" -> State.NEW;
            case "different" -> State.DIFFERENT;
            default -> throw new BadRequest("is must be same, new or different");
        };
        Review review = reviews.find(id).orElseThrow(() -> new NotThere("There is no question of this number"));
        if (state == State.NEW && review.record() == null) {
            throw new BadRequest("new is for records; two contacts are same or different");
        }
        String by = SyncPeople.name(decision.by());
        if (!Repeated.whileOthersAreQuicker(() -> decisions.decide(id, state, decision.contact(), by))) {
            throw new NotNow("It was decided before");
        }
        return reviews.find(id).orElseThrow();
    }

    /** The newest first. */
    @GetMapping("/merges")
    Page<Merge> merges(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Cursor from = Cursor.of(cursor, limit);
        return Page.of(merges.below(from.before(), from.limit() + 1), from.limit(), Merge::id);
    }

    @PostMapping("/merges")
    Merge merge(@RequestBody Pair pair) {
        String winner = pair.winner();
        String loser = pair.loser();
        if (winner == null || loser == null) {
            throw new BadRequest("winner and loser are needed");
        }
        String reason = pair.reason() == null ? "" : pair.reason();
        if (reason.length() > 256) {
            throw new BadRequest("reason has at most 256 characters");
        }
        String by = SyncPeople.name(pair.by());
        return Repeated.whileOthersAreQuicker(() -> merges.merge(winner, loser, 1, reason, by));
    }

    @PostMapping("/merges/{id}/undo")
    Merge undo(@PathVariable long id, @RequestBody(required = false) @Nullable Person person) {
        String by = SyncPeople.name(person == null ? null : person.by());
        return Repeated.whileOthersAreQuicker(() -> merges.undo(id, by));
    }

    @ExceptionHandler
    ProblemDetail refused(Merges.Refused refused) {
        return Problems.problem(HttpStatus.CONFLICT, refused.getMessage());
    }
}
