package com.wecomesb.sandbox.kf;

import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What customers see on their telephones. */
@Simulated
public class KfChats {

    private final Customers customers;
    private final SandboxTime time;

    KfChats(Customers customers, SandboxTime time) {
        this.customers = customers;
        this.time = time;
    }

    /**
     * One customer's chat with one account.
     *
     * @param serviceState 0 to 4 (W94669)
     * @param allowance how many messages may still be sent before the customer writes again
     */
    public record Chat(
            String customer,
            @Nullable String name,
            String account,
            String accountName,
            int serviceState,
            @Nullable String servicer,
            int allowance,
            List<Phone.Bubble> messages) {}

    public Chat of(KfAccount account, String customer) {
        KfSession session = account.session(customer);
        Customers.Customer known = customers.find(customer);
        return new Chat(
                customer,
                known == null ? null : known.name(),
                account.id(),
                account.name(),
                session.state(time.millis()).code(),
                session.servicer(),
                session.allowance(),
                session.phone().bubbles());
    }
}
