package com.wecomesb.connector.auth;

import com.wecomesb.connector.http.HttpCall;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the settings say goes into each call. */
public record FixedCredentials(Placement placement) implements Authentication {

    @Override
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>();
        placement.texts().forEach(text -> needs.addAll(text.names()));
        return needs;
    }

    @Override
    public Signed sign(HttpCall call, Session session, @Nullable String refused) {
        return new Signed(placement.put(call, session.settings()), null);
    }
}
