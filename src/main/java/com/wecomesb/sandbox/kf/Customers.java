package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The customers in WeChat by external_userid. */
@Simulated
public class Customers {

    private static final Pattern EXTERNAL_USERID = Pattern.compile("w[mo][0-9A-Za-z_-]{1,62}");
    private static final String NAMELESS = "微信用户";
    private static final long NEVER = 0;

    private final Records<Customer> customers;
    private final SandboxSettings settings;

    Customers(SandboxSettings settings) {
        this.settings = settings;
        this.customers = new Records<>(settings.keep(), gone -> {});
        addAll();
    }

    /**
     * One customer.
     *
     * @param lastSeen when they last wrote or entered, in milliseconds; 0 for never
     */
    public record Customer(String id, String name, long lastSeen) {

        String unionid() {
            return "oSandbox" + Integer.toUnsignedString(id.hashCode(), 36);
        }

        String avatar() {
            return "https://wx.qlogo.cn/sandbox/" + id + "/0";
        }
    }

    private void addAll() {
        settings.customers().forEach((id, name) -> customers.change(id, c -> new Customer(id, name, NEVER)));
    }

    /** Whether it has the form of an external_userid. */
    public static boolean isId(String id) {
        return EXTERNAL_USERID.matcher(id).matches();
    }

    public @Nullable Customer find(String id) {
        return customers.find(id);
    }

    /** @param name null to keep the one that is known */
    Customer seen(String id, @Nullable String name, long now) {
        return customers.change(id, known -> {
            String called = known == null ? NAMELESS : known.name();
            long last = known == null ? NEVER : known.lastSeen();
            return new Customer(id, name == null || name.isBlank() ? called : name, Math.max(last, now));
        });
    }

    public void reset() {
        customers.clear();
        addAll();
    }
}
