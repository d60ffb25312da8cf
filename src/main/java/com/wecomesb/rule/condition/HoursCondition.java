package com.wecomesb.rule.condition;

/** {@code time: {hours: 客服时间}}, {@code time: {outside: 客服时间}}: the business is open, or is not. */
record HoursCondition(String hours, boolean wantsOpen) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        return reading.facts().calendars().isOpen(hours, reading.facts().now()) == wantsOpen;
    }

    @Override
    public String held(Reading reading) {
        return (wantsOpen ? "在“" : "不在“") + hours + "”内";
    }

    @Override
    public String failed(Reading reading) {
        return "现在是 " + TimeCondition.now(reading) + (wantsOpen ? ",不在“" : ",在“") + hours + "”内";
    }
}
