package com.wecomesb.configuration;

import com.wecomesb.book.Books;
import com.wecomesb.decision.Account;
import com.wecomesb.decision.Accounts;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Foresight;
import com.wecomesb.rule.condition.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each variable of the brand that a template needs is there for every brand on whose accounts the template can be used:
 * a customer never reads a sentence with a hole.
 */
final class BrandVariablesExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("accounts", "rules", "replies");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        if (candidate.files().file("accounts.yaml").isEmpty()) {
            return;
        }
        List<BrandUses.Use> inReplies = new ArrayList<>(uses(candidate, "replies"));
        candidate.part(Books.class).replies().forEach(root -> inReplies.addAll(BrandUses.in(root, "replies")));
        List<BrandUses.Use> inRules = uses(candidate, "rules");
        if (!inReplies.isEmpty() || !inRules.isEmpty()) {
            Places places = new Places(candidate.part(Accounts.class), candidate.part(RuleSet.class));
            inRules.forEach(use -> places.check(use, places.ofRule(use.owner()), mistakes));
            inReplies.forEach(use -> places.check(use, places.ofReply(use.owner()), mistakes));
        }
    }

    private static List<BrandUses.Use> uses(Snapshot candidate, String folder) {
        return candidate.files().files().stream()
                .filter(file ->
                        file.path().startsWith(folder + "/") && file.path().endsWith(".yaml"))
                .flatMap(file -> BrandUses.in(file, folder).stream())
                .toList();
    }

    /** On the accounts of which brands rules and replies can be used. */
    private static final class Places {

        private final Accounts accounts;
        private final RuleSet rules;
        private final Set<String> all = new TreeSet<>();
        private final Map<String, Set<String>> ofReplies = new HashMap<>();

        Places(Accounts accounts, RuleSet rules) {
            this.accounts = accounts;
            this.rules = rules;
            accounts.list().stream()
                    .map(Account::brand)
                    .filter(brand -> brand != null)
                    .forEach(all::add);
            for (Rule rule : rules.rules()) {
                Set<String> brands = of(rule);
                rule.then()
                        .forEach(spec -> spec.replyIds()
                                .forEach(reply -> ofReplies
                                        .computeIfAbsent(reply, id -> new TreeSet<>())
                                        .addAll(brands)));
            }
        }

        Set<String> ofRule(String id) {
            return rules.rule(id).map(this::of).orElse(all);
        }

        /** One that no rule names may be a fallback or the nearest answer, on any account. */
        Set<String> ofReply(String id) {
            return ofReplies.getOrDefault(id, all);
        }

        private Set<String> of(Rule rule) {
            Set<String> brands = new TreeSet<>();
            for (Account account : accounts.list()) {
                if (account.brand() != null && canApply(rule, new Place(account.name(), account.brand()))) {
                    brands.add(account.brand());
                }
            }
            return brands;
        }

        private static boolean canApply(Rule rule, Place place) {
            return rule.conditions().stream().noneMatch(condition -> condition.at(place) == Foresight.NEVER);
        }

        void check(BrandUses.Use use, Set<String> brands, Mistakes mistakes) {
            if (all.isEmpty()) {
                mistakes.add(use.where(), "brand." + use.variable() + " 永远没有值:accounts.yaml 里没有账号写了 brand");
            }
            for (String brand : brands) {
                Set<String> known =
                        new TreeSet<>(accounts.brand(brand).variables().keySet());
                if (!known.contains(use.variable())) {
                    mistakes.add(
                            use.where(),
                            "品牌“" + brand + "”没有变量 " + use.variable() + Suggestion.of(use.variable(), known));
                }
            }
        }
    }
}
