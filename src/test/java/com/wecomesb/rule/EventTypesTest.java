package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {

    @ParameterizedTest
    @CsvSource({
        "wecom.message.received, wecom.message.received, true",
        "wecom.message.received, wecom.message.sent, false",
        "wecom.message.*, wecom.message.sent, true",
        "wecom.message.*, wecom.message, false",
        "wecom.message.*, wecom.messages.sent, false",
        "wecom.*, wecom.menu.clicked, true",
        "*.added, wecom.contact.added, true",
        "*.added, wecom.contact.added-half, false",
        "wecom.contact.added*, wecom.contact.added-half, true",
        "wecom.*.added, wecom.contact.added, true",
        "wecom.group.*, wecom.group.joined, true",
        "shop.order.*, shop.order.paid, true",
        "shop.*.paid, shop.order.paid, true",
        "shop.order.*, ticket.closed, false",
        "ticket.closed, ticket.closed, true",
        "time.*, time.silence.passed, true",
        "*, wecom.session.entered, true",
        "*.*.*, shop.order.paid, true",
        "*a*b*, xaxxbx, true",
        "*a*b*, xbxxax, false",
        "*, esb.crm.contact-upsert.failed, false",
        "*.failed, esb.crm.contact-upsert.failed, false",
        "esb.*.failed, esb.crm.contact-upsert.failed, true",
        "wecom.message.received, Wecom.message.received, false"
    })
    void aTypeIsMeantByItsNameOrAWildcard(String written, String type, boolean meant) {
        assertThat(new EventTypes(List.of(written)).contain(type)).isEqualTo(meant);
    }
}
