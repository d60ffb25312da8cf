package com.wecomesb.rule.condition;

/** {@code ticket: open}, {@code ticket: none}: whether a ticket that was opened from the conversation is still open. */
record TicketCondition(boolean open) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return reading.facts().hasOpenTicket() == open;
    }

    @Override
    public String held(Reading reading) {
        return open ? "会话有未结的工单" : "会话没有未结的工单";
    }

    @Override
    public String failed(Reading reading) {
        return open ? "会话没有未结的工单" : "会话还有未结的工单";
    }

    @Override
    public void asksFor(Counted.Builder counted) {
        counted.tickets();
    }
}
