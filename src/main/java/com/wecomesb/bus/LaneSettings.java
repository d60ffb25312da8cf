package com.wecomesb.bus;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How much is performed at once for each kind of destination, in this instance: {@code esb.perform.reply.concurrency}.
 *
 * @param reply of replies and of the way into WeCom's queue
 * @param crm of the CRM
 * @param shop of the shop
 * @param ticket of the ticket system
 * @param notices of notices to colleagues, {@code esb.perform.notify} ({@code notify} is no name for a component)
 */
@ConfigurationProperties("esb.perform")
public record LaneSettings(
        @DefaultValue Lanes reply,
        @DefaultValue Lanes crm,
        @DefaultValue Lanes shop,
        @DefaultValue Lanes ticket,
        @Name("notify") @DefaultValue Lanes notices) {

    /**
     * The lanes of one kind.
     *
     * @param concurrency how many lanes are worked at the same time, 1 to 1000
     */
    public record Lanes(@DefaultValue("64") int concurrency) {
        public Lanes {
            if (concurrency < 1 || concurrency > 1000) {
                throw new IllegalArgumentException("esb.perform.KIND.concurrency must be 1 to 1000");
            }
        }
    }

    public int concurrency(ActionKind kind) {
        return switch (kind) {
            case REPLY -> reply.concurrency();
            case CRM -> crm.concurrency();
            case SHOP -> shop.concurrency();
            case TICKET -> ticket.concurrency();
            case NOTIFY -> notices.concurrency();
            case SCHEDULE -> throw new IllegalArgumentException("nobody performs a delay");
        };
    }
}
