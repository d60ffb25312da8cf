package com.wecomesb.connector.kit;

import java.util.Arrays;

/** What every connector keeps: the nine rules that real systems taught, and what goes wrong in the field. */
enum KitRule {
    AS_RECORDED("as-recorded", "does what was recorded and documented"),
    READ_BACK("read-back", "success is what was read back"),
    ONCE("once", "search, create, verify: never twice"),
    ABSOLUTE("absolute", "a repeat sets the same, never adds"),
    CLEARED("cleared", "an emptied field is cleared, an unknown one is left alone"),
    WATERMARK("watermark", "watermarks are the server's, nothing is skipped between pages"),
    FILTER("filter", "a hit really has what was asked for"),
    CREDENTIALS("credentials", "wrong credentials are told, by a probe as well"),
    TEXT("text", "text beyond the basic plane and line ends come back the same"),
    HINTS("hints", "a webhook says only which record to fetch"),
    ADDRESSES("addresses", "no address in an answer is followed"),
    MID_CALL_401("mid-call-401", "401 in the middle of a call"),
    CONFLICT("conflict", "409 and 412 are conflicts"),
    REFUSED("refused", "422 and the system's own refusals are understood"),
    THROTTLED("throttled", "429 with Retry-After is kept"),
    NOT_JSON("not-json", "HTML instead of JSON, a truncated answer, 503"),
    LOST("lost", "no answer, also after the effect"),
    PAGES("pages", "pages without end, pages twice"),
    DELETED("deleted", "a record that is gone");

    private final String word;
    private final String meaning;

    KitRule(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As it is written in a kit file under {@code not}. */
    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    static KitRule of(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule is called " + word));
    }
}
