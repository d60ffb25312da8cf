package com.wecomesb.connector.auth;

import com.wecomesb.connector.http.HttpCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the settings say goes into each call. */
public record FixedCredentials(List<Placement> placements) implements Authentication {

    public FixedCredentials {
        placements = List.copyOf(placements);
    }

    @Override
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>();
        placements.forEach(placement -> placement.texts().forEach(text -> needs.addAll(text.names())));
        return needs;
    }

    @Override
    public Signed sign(HttpCall call, Session session, @Nullable String refused) {
        HttpCall signed = call;
        for (Placement placement : placements) {
            signed = placement.put(signed, session.settings());
        }
        return new Signed(signed, null);
    }
}
