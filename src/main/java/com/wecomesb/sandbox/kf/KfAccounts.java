package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.Errcode;
import com.wecomesb.sandbox.wecom.WecomApp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The 微信客服 accounts of the corp. */
@Simulated
public class KfAccounts {

    private final Map<String, KfAccount> byId = new LinkedHashMap<>();

    KfAccounts(SandboxSettings settings) {
        for (SandboxSettings.Account account : settings.kfAccounts()) {
            byId.put(account.id(), new KfAccount(account.id(), account.name(), account.app(), settings.keep()));
        }
    }

    public Collection<KfAccount> all() {
        return byId.values();
    }

    public KfAccount first() {
        return byId.values().iterator().next();
    }

    public Optional<KfAccount> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Why an app may not use an account, or null. */
    @Nullable
    Errcode fault(String id, WecomApp app) {
        if (id.isEmpty()) {
            return Errcode.ACCOUNT_MISSING;
        }
        KfAccount account = byId.get(id);
        if (account == null) {
            return id.startsWith("wk") ? Errcode.NO_SUCH_ACCOUNT : Errcode.WRONG_ACCOUNT;
        }
        return account.app().equals(app.name()) ? null : Errcode.ACCOUNT_NOT_GRANTED;
    }

    /** One that is there. */
    KfAccount get(String id) {
        return find(id).orElseThrow();
    }

    public void reset() {
        byId.values().forEach(KfAccount::reset);
    }
}
