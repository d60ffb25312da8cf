package com.wecomesb.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who speaks through which WeCom account, and whom the bot may serve there: {@code routes/accounts.yaml}. Immutable. */
public final class Accounts {

    private final List<Account> accounts;
    private final Map<String, Group> groups;
    private final Map<String, Mode> modesOfApps;
    private final Map<String, Industry> industriesOfApps;
    private final Map<String, Account> byKf = new HashMap<>();
    private final Map<String, Account> byApp = new HashMap<>();

    /**
     * Accounts and groups as read.
     *
     * @param modesOfApps the mode of each app for accounts that the file does not name
     */
    public Accounts(List<Account> accounts, List<Group> groups, Map<String, Mode> modesOfApps) {
        this(accounts, groups, modesOfApps, Map.of());
    }

    /** The same with the industries of whole apps. */
    Accounts(
            List<Account> accounts,
            List<Group> groups,
            Map<String, Mode> modesOfApps,
            Map<String, Industry> industriesOfApps) {
        this.accounts = List.copyOf(accounts);
        this.modesOfApps = Map.copyOf(modesOfApps);
        this.industriesOfApps = Map.copyOf(industriesOfApps);
        Map<String, Group> named = new HashMap<>();
        groups.forEach(group -> named.put(group.name(), group));
        this.groups = Map.copyOf(named);
        for (Account account : accounts) {
            if (account.kf() == null) {
                byApp.put(account.app(), account);
            } else {
                byKf.put(account.kf(), account);
            }
        }
    }

    /** The account that the file names for a 微信客服 account. */
    public Optional<Account> forKf(String openKfId) {
        return Optional.ofNullable(byKf.get(openKfId));
    }

    /** The account for a 微信客服 account: as the file names it, else with the mode of the app that received the message. */
    public Account forKf(String app, String openKfId) {
        return forKf(openKfId).orElseGet(() -> new Account(openKfId, app, openKfId, null, modeOf(app), Set.of()));
    }

    /** The account for an app's own messages: as the file names it, else with the app's mode. */
    public Account forApp(String app) {
        Account named = byApp.get(app);
        return named == null ? new Account(app, app, null, null, modeOf(app), Set.of()) : named;
    }

    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** As the file names them, in its order. */
    public List<Account> list() {
        return accounts;
    }

    /** The industries of whole apps, which hold for accounts that the file does not name as well. */
    public Map<String, Industry> industriesOfApps() {
        return industriesOfApps;
    }

    private Mode modeOf(String app) {
        return modesOfApps.getOrDefault(app, Mode.TESTERS);
    }
}
