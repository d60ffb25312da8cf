package com.wecomesb.sandbox.control;

import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.Switches;
import com.wecomesb.sandbox.callback.Deliveries;
import com.wecomesb.sandbox.crm.Contacts;
import com.wecomesb.sandbox.kf.Customers;
import com.wecomesb.sandbox.kf.KfAccounts;
import com.wecomesb.sandbox.kf.KfEntries;
import com.wecomesb.sandbox.kf.Servicers;
import com.wecomesb.sandbox.shop.Orders;
import com.wecomesb.sandbox.ticket.Tickets;
import com.wecomesb.sandbox.wecom.Members;
import com.wecomesb.sandbox.wecom.MessageSend;
import com.wecomesb.sandbox.wecom.SentMessages;
import com.wecomesb.sandbox.wecom.WecomDoor;
import java.util.List;

/** Puts everything back to how it was at the start. */
@Simulated
class Forgetting {

    private final List<Runnable> resets;

    Forgetting(
            Switches switches,
            Contacts contacts,
            Orders orders,
            Tickets tickets,
            Members members,
            MemberActs memberActs,
            MessageSend messageSend,
            SentMessages sent,
            WecomDoor door,
            Customers customers,
            KfAccounts accounts,
            KfEntries entries,
            Servicers servicers,
            Deliveries deliveries) {
        resets = List.of(
                switches::reset,
                contacts::clear,
                orders::reset,
                tickets::clear,
                members::reset,
                memberActs::clear,
                messageSend::reset,
                sent::clear,
                door::reset,
                customers::reset,
                accounts::reset,
                entries::clear,
                servicers::reset,
                deliveries::clear);
    }

    void everything() {
        resets.forEach(Runnable::run);
    }
}
