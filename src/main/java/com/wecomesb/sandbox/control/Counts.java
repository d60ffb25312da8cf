package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.callback.CallbackSender;
import com.wecomesb.sandbox.callback.Deliveries;
import com.wecomesb.sandbox.crm.Contacts;
import com.wecomesb.sandbox.kf.KfEntries;
import com.wecomesb.sandbox.shop.Orders;
import com.wecomesb.sandbox.ticket.Tickets;
import com.wecomesb.sandbox.wecom.SentMessages;
import com.wecomesb.sandbox.wecom.WecomDoor;

/** How many there are of everything, since the start or the last reset. */
@Simulated
class Counts {

    private final KfEntries kfEntries;
    private final MemberActs members;
    private final SentMessages sent;
    private final WecomDoor door;
    private final Deliveries deliveries;
    private final CallbackSender callbacks;
    private final Contacts contacts;
    private final Orders orders;
    private final Tickets tickets;

    Counts(
            KfEntries kfEntries,
            MemberActs members,
            SentMessages sent,
            WecomDoor door,
            Deliveries deliveries,
            CallbackSender callbacks,
            Contacts contacts,
            Orders orders,
            Tickets tickets) {
        this.kfEntries = kfEntries;
        this.members = members;
        this.sent = sent;
        this.door = door;
        this.deliveries = deliveries;
        this.callbacks = callbacks;
        this.contacts = contacts;
        this.orders = orders;
        this.tickets = tickets;
    }

    ObjectNode now() {
        Deliveries.Counts callback = deliveries.counts();
        return Documents.object()
                .put("customerMessages", kfEntries.total())
                .put("memberMessages", members.total())
                .put("sent", sent.total())
                .put("delivered", sent.delivered())
                .put("throttled", door.throttled())
                .put("callbacksWaiting", callbacks.waiting())
                .put("callbacksAnswered", callback.answered())
                .put("callbacksRefused", callback.refused())
                .put("callbacksNotEmpty", callback.notEmpty())
                .put("callbacksRepeated", callback.repeated())
                .put("callbacksGivenUp", callback.gaveUp())
                .put("callbacksDropped", callback.dropped())
                .put("contacts", contacts.size())
                .put("orders", orders.size())
                .put("tickets", tickets.size())
                .put("comments", tickets.comments());
    }
}
