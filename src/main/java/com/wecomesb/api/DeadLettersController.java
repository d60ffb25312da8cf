package com.wecomesb.api;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be handled, and what a person makes of it. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLettersController {

    private final DeadLetters letters;
    private final DeadLetterReplay replay;

    DeadLettersController(DeadLetters letters, DeadLetterReplay replay) {
        this.letters = letters;
        this.replay = replay;
    }

    /** The newest first; {@code state} is OPEN unless said otherwise, ALL for all. */
    @GetMapping
    Page<DeadLetterView> list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Cursor from = Cursor.of(cursor, limit);
        List<DeadLetter> found = letters.list(state(state), from.before(), from.limit() + 1);
        List<DeadLetter> shown = found.subList(0, Math.min(found.size(), from.limit()));
        String next = found.size() > shown.size()
                ? Long.toString(shown.get(shown.size() - 1).id())
                : null;
        return new Page<>(shown.stream().map(DeadLetterView::of).toList(), next);
    }

    @PostMapping("/{id}/replay")
    DeadLetterView replay(@PathVariable long id, @RequestParam(defaultValue = "false") boolean confirm) {
        replay.replay(open(id), confirm);
        return DeadLetterView.of(find(id));
    }

    @PostMapping("/{id}/discard")
    DeadLetterView discard(@PathVariable long id) {
        letters.markDiscarded(open(id).id());
        return DeadLetterView.of(find(id));
    }

    private static DeadLetter.@Nullable State state(String word) {
        return switch (word) {
            case "ALL" -> null;
            case "OPEN" -> DeadLetter.State.OPEN;
            case "REPLAYED" -> DeadLetter.State.REPLAYED;
            case "DISCARDED" -> DeadLetter.State.DISCARDED;
            default -> throw new BadRequest("state must be OPEN, REPLAYED, DISCARDED or ALL");
        };
    }

    private DeadLetter open(long id) {
        DeadLetter letter = find(id);
        if (letter.state() != DeadLetter.State.OPEN) {
            throw new NotNow("It is " + letter.state() + " already");
        }
        return letter;
    }

    private DeadLetter find(long id) {
        return letters.find(id).orElseThrow(() -> new NotThere("There is no dead letter of this number"));
    }
}
