package com.wecomesb.decision;

import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Decisions by rules that schedule, on a database of its own for each test. */
abstract class ScheduledSteps extends DecideStep {

    static final String RULES = """
            rules:
              - id: ask-later
                when: {regex: "订单(?P<order>[0-9]+)"}
                then:
                  - schedule: {after: 30m, unless: answered, then: [{reply: solved}]}
              - id: tell-later
                when: {keywords: 急}
                then:
                  - handoff: {}
                  - schedule: {after: 5m, unless: served, then: [{notify: {to: 售后组, text: 还没有人回复}}]}
              - id: hand-over-later
                when: {keywords: 等等}
                then: [{schedule: {after: 10m, then: [{handoff: 售后组}, {tag: 等过}]}}]
              - id: tomorrow
                when: {keywords: 明早}
                then: [{schedule: {at: "09:30", then: [{reply: solved}]}}]
              - id: look-later
                when: {keywords: 再查}
                then:
                  - schedule:
                      after: 1h
                      unless: answered
                      then:
                        - shop: {do: order-find, as: order, with: {id: "1"}}
                          found: [{schedule: {after: 1h, then: [{reply: {text: "{{ event.text }}:{{ order.status }}"}}]}}]
            """;
    static final String REPLIES = """
            replies:
              - id: solved
                messages: [{text: "{{ contact.name }},订单 {{ match.order }} 的问题解决了吗?"}]
              - id: fallback
                messages: [{text: 没看懂}]
            """;

    ScheduledSteps(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void follow() {
        decide.follow(RULES, REPLIES);
    }

    /** The only delay has ended, and its outcome is on the bus. */
    EventBatch end(Duration later) {
        decide.clock().advance(later);
        String delay = decided.waiting("schedule").get(0);
        decide.endDelay(delay);
        return events.outcomeOf(delay, "done", null);
    }
}
