package com.wecomesb.configuration;

import com.wecomesb.book.BookText;
import com.wecomesb.book.Books;
import com.wecomesb.decision.Account;
import com.wecomesb.decision.Accounts;
import com.wecomesb.decision.Industry;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No rule guesses what a customer means on an account or app of an industry that forbids it. */
final class IndustriesAllowRules implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("accounts");
    }

    /** Where nothing may be guessed, in words, and why. */
    private record Strict(String where, Place place, Industry industry) {}

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        List<Strict> places = strict(candidate.part(Accounts.class));
        for (Rule rule : candidate.part(RuleSet.class).rules()) {
            places.stream()
                    .flatMap(strict -> mistake(rule, strict, candidate).stream())
                    .findFirst()
                    .ifPresent(mistakes::add);
        }
    }

    private static List<Strict> strict(Accounts accounts) {
        List<Strict> places = new ArrayList<>();
        for (Account account : accounts.list()) {
            if (account.industry() != null) {
                Place place = new Place(account.name(), account.brand() == null ? "" : account.brand());
                places.add(new Strict("账号“" + account.name() + "”", place, account.industry()));
            }
        }
        accounts.industriesOfApps()
                .forEach((app, industry) ->
                        places.add(new Strict("应用“" + app + "”里没有写进 accounts.yaml 的账号", new Place("", ""), industry)));
        return places;
    }

    private static String howToAvoid(Rule rule) {
        return BookText.isBook(rule.file())
                ? "。请把“匹配”改为 包含 或 完全,或者用“品牌”限定到别的账号"
                : "。请改用 contains、exact 或 regex,或者在 when 里用 account、brand 限定到别的账号";
    }

    /** In a book that of 匹配: there it can be mended. */
    private static int column(Rule rule, Snapshot candidate) {
        return BookText.isBook(rule.file())
                ? candidate.part(Books.class).matchColumn(rule.file()).orElse(1)
                : 1;
    }

    private static Optional<Mistake> mistake(Rule rule, Strict strict, Snapshot candidate) {
        return rule.guesses(strict.place())
                .map(how -> new Mistake(
                        rule.file(),
                        rule.line(),
                        column(rule, candidate),
                        "规则“" + rule.id() + "”用了“" + how + "”,而它对" + strict.where() + "也起作用(industry: "
                                + strict.industry().word() + ")。"
                                + strict.industry().reason()
                                + howToAvoid(rule)));
    }
}
