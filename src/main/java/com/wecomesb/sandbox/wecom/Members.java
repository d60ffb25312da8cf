package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members of the corp with their telephones; userids differ by more than upper and lower case. */
@Simulated
public class Members {

    private final Records<Member> members;
    private final SandboxSettings settings;

    Members(SandboxSettings settings) {
        this.settings = settings;
        this.members = new Records<>(settings.keep(), gone -> {});
        hireAll();
    }

    /** One member. */
    public record Member(String userid, String name, Phone phone) {}

    private void hireAll() {
        settings.members().forEach((userid, name) -> members.change(key(userid), m -> newMember(userid, name)));
    }

    private static Member newMember(String userid, String name) {
        return new Member(userid, name, new Phone());
    }

    private static String key(String userid) {
        return userid.toLowerCase(Locale.ROOT);
    }

    public @Nullable Member find(String userid) {
        return members.find(key(userid));
    }

    /** The member of that userid, newly hired if there was none. */
    public Member get(String userid) {
        Member known = find(userid);
        return known != null ? known : members.change(key(userid), m -> m == null ? newMember(userid, userid) : m);
    }

    Collection<Member> all() {
        return members.all();
    }

    public void reset() {
        members.clear();
        hireAll();
    }
}
