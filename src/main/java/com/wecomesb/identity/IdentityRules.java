package com.wecomesb.identity;

import com.wecomesb.conversation.Contacts.Identity;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How people are recognised, {@code routes/identity.yaml}. Immutable.
 *
 * @param certain from this certainty on it is the same person
 * @param possible from this certainty on a person is asked
 * @param exclusive of these kinds one person has one with each issuer: two different ones are two people
 */
public record IdentityRules(double certain, double possible, List<MatchRule> rules, Set<String> exclusive) {

    /** What holds where no file says otherwise. */
    static final IdentityRules USUAL = new IdentityRules(
            0.9,
            0.5,
            List.of(
                    new MatchRule(List.of("unionid"), 1),
                    new MatchRule(List.of("external_userid"), 1),
                    new MatchRule(List.of("userid"), 1),
                    new MatchRule(List.of("openid"), 1),
                    new MatchRule(List.of("phone"), 0.95),
                    new MatchRule(List.of("email"), 0.9),
                    new MatchRule(List.of("name", "company"), 0.6)),
            Set.of("unionid", "external_userid", "userid"));

    public IdentityRules {
        rules = List.copyOf(rules);
        exclusive = Set.copyOf(exclusive);
    }

    /**
     * How likely two people are one.
     *
     * @param certainty 0 to 1
     * @param by what was equal, in words
     */
    public record Likeness(double certainty, String by) {

        static final Likeness NONE = new Likeness(0, "");
    }

    /** Whether a rule asks for the name, so that contacts have to be looked for by it. */
    boolean asksForName() {
        return rules.stream().anyMatch(rule -> rule.by().contains("name") && byName(rule));
    }

    /** A rule with an identity in it finds whom it means by that. */
    private static boolean byName(MatchRule rule) {
        return Set.of("name", "company").containsAll(rule.by());
    }

    Likeness likeness(Person one, Person other) {
        Likeness likeness = rules.stream()
                .filter(rule -> rule.by().stream().allMatch(criterion -> agree(criterion, one, other)))
                .max(Comparator.comparingDouble(MatchRule::certainty))
                .map(rule -> new Likeness(rule.certainty(), rule.words()))
                .orElse(Likeness.NONE);
        // Something speaks against it: a person has to look.
        return likeness.certainty() >= certain && contradict(one, other)
                ? new Likeness(Math.max(possible, Math.min(likeness.certainty(), certain) - 0.01), likeness.by())
                : likeness;
    }

    private static boolean agree(String criterion, Person one, Person other) {
        return switch (criterion) {
            case "name" -> same(one.name(), other.name());
            case "company" -> same(one.company(), other.company());
            default ->
                one.identities().stream()
                        .filter(identity -> identity.kind().equals(criterion))
                        .anyMatch(identity -> other.identities().stream().anyMatch(known -> same(identity, known)));
        };
    }

    /** Who does not say who issued it means any. */
    private static boolean same(Identity one, Identity other) {
        return one.kind().equals(other.kind())
                && one.value().equals(other.value())
                && (one.issuer().isEmpty()
                        || other.issuer().isEmpty()
                        || one.issuer().equals(other.issuer())
                        || one.kind().equals("unionid"));
    }

    private static boolean same(String one, String other) {
        return !one.isBlank() && plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private boolean contradict(Person one, Person other) {
        for (Identity mine : one.identities()) {
            if (exclusive.contains(mine.kind())) {
                Set<Identity> theirs = new HashSet<>(other.identities());
                theirs.removeIf(known ->
                        !known.kind().equals(mine.kind()) || !known.issuer().equals(mine.issuer()));
                if (!theirs.isEmpty() && !theirs.contains(mine)) {
                    return true;
                }
            }
        }
        return false;
    }
}
