package com.wecomesb.decision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who speaks through which WeCom account, and whom the bot may serve there: {@code routes/accounts.yaml}. Immutable. */
public final class Accounts {

    private final List<Account> accounts;
    private final Map<String, Group> groups;
    private final Map<String, Brand> brands = new LinkedHashMap<>();
    private final Map<String, Mode> modesOfApps;
    private final Map<String, Industry> industriesOfApps;
    private final Map<String, Account> byKf = new HashMap<>();
    private final Map<String, Account> byApp = new HashMap<>();

    /**
     * Accounts, groups and brands as read.
     *
     * @param modesOfApps the mode of each app for accounts that the file does not name
     */
    public Accounts(
            List<Account> accounts, List<Group> groups, List<Brand> brands, Map<String, Mode> modesOfApps) {
        this(accounts, groups, brands, modesOfApps, Map.of());
    }

    /** The same with the industries of whole apps. */
    Accounts(
            List<Account> accounts,
            List<Group> groups,
            List<Brand> brands,
            Map<String, Mode> modesOfApps,
            Map<String, Industry> industriesOfApps) {
        this.accounts = List.copyOf(accounts);
        this.modesOfApps = Map.copyOf(modesOfApps);
        this.industriesOfApps = Map.copyOf(industriesOfApps);
        Map<String, Group> named = new HashMap<>();
        groups.forEach(group -> named.put(group.name(), group));
        this.groups = Map.copyOf(named);
        brands.forEach(brand -> this.brands.put(brand.id(), brand));
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

    /** The names of the accounts, and those of apps whose own messages no account is named for. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        accounts.forEach(account -> names.add(account.name()));
        modesOfApps.keySet().stream()
                .filter(app -> !byApp.containsKey(app))
                .sorted()
                .forEach(names::add);
        return names;
    }

    /** The apps of the settings and of the accounts. */
    public Set<String> apps() {
        Set<String> apps = new TreeSet<>(modesOfApps.keySet());
        accounts.forEach(account -> apps.add(account.app()));
        return apps;
    }

    /** The brands of the accounts, and those that have variables. */
    public Set<String> brands() {
        Set<String> ids = new LinkedHashSet<>(brands.keySet());
        accounts.stream()
                .map(Account::brand)
                .filter(brand -> brand != null)
                .forEach(ids::add);
        return ids;
    }

    /** A brand with its variables; one that has none written is called by its id. */
    public Brand brand(String id) {
        Brand written = brands.get(id);
        return written == null ? new Brand(id, Map.of()) : written;
    }

    /** The account that the file calls so. */
    public Optional<Account> named(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
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
