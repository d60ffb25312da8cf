package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The members who serve customers, the same ones for all accounts, and who of them has stopped for now. */
@Simulated
public class Servicers {

    private final List<String> userids;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    Servicers(SandboxSettings settings) {
        this.userids = List.copyOf(settings.servicers());
    }

    public List<String> all() {
        return userids;
    }

    public boolean contains(String userid) {
        return userids.contains(userid);
    }

    public boolean isServing(String userid) {
        return contains(userid) && !stopped.contains(userid);
    }

    void setServing(String userid, boolean serving) {
        if (serving) {
            stopped.remove(userid);
        } else {
            stopped.add(userid);
        }
    }

    public void reset() {
        stopped.clear();
    }
}
