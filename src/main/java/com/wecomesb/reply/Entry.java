package com.wecomesb.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the library.
 *
 * @param wording what it says to whom no other language is known of
 * @param languages what it says in others, by their tags
 * @param questions what it answers, as customers ask it
 */
record Entry(String id, Wording wording, Map<String, Wording> languages, List<String> questions) {

    Entry {
        languages = Map.copyOf(languages);
        questions = List.copyOf(questions);
    }

    Answer compose(Recipient recipient, Map<String, Object> context) {
        String language = languageFor(recipient.language());
        Wording spoken = language == null ? wording : languages.getOrDefault(language, wording);
        Wording styled = recipient.style() == null ? null : spoken.styles().get(recipient.style());
        Wording.Variant variant = (styled == null ? spoken : styled).variantFor(id, recipient.contact());
        Choice choice = new Choice(id, language, styled == null ? null : recipient.style(), variant.name());
        return new Answer(choice, variant.script().render(recipient.channel(), Values.forMessage(context)));
    }

    /** The tag of the file for {@code en-US}: that itself, or {@code en}; null for the language of the entry. */
    private @Nullable String languageFor(@Nullable String wanted) {
        String tag = wanted == null ? "" : wanted.replace('_', '-').toLowerCase(Locale.ROOT);
        while (!tag.isEmpty()) {
            String current = tag;
            String found = languages.keySet().stream()
                    .filter(language -> language.equalsIgnoreCase(current))
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                return found;
            }
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return null;
    }

    Stream<MediaReference> media() {
        return Stream.concat(wording.media(), languages.values().stream().flatMap(Wording::media));
    }
}
