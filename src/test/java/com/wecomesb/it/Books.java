package com.wecomesb.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What the simulators wrote down, counted by the words of each message. */
final class Books {

    final Map<String, Integer> accepted = new HashMap<>();
    final Map<String, Integer> replies = new HashMap<>();
    final Map<String, Integer> tickets = new HashMap<>();
    final int written;
    final int waiting;
    final int contacts;
    final long distinctContacts;

    Books(JsonNode ledger) {
        Map<String, String> outcomes = new HashMap<>();
        ledger.path("callbacks")
                .forEach(callback -> outcomes.put(
                        callback.path("id").asText(), callback.path("outcome").asText()));
        ledger.path("customerMessages")
                .forEach(message -> count(accepted, message.path("text").asText()));
        for (JsonNode message : ledger.path("memberMessages")) {
            if ("ANSWERED".equals(outcomes.get(message.path("msgid").asText()))) {
                count(accepted, message.path("text").asText());
            }
        }
        for (JsonNode send : ledger.path("sends")) {
            if (send.path("dropped").isNull() && send.path("text").asText().startsWith("收到 ")) {
                count(replies, send.path("text").asText().substring("收到 ".length()));
            }
        }
        ledger.path("tickets")
                .forEach(ticket -> count(tickets, ticket.path("subject").asText()));
        written = ledger.path("customerMessages").size()
                + ledger.path("memberMessages").size();
        waiting = ledger.path("counts").path("callbacksWaiting").asInt();
        contacts = ledger.path("contacts").size();
        Map<String, Integer> ids = new HashMap<>();
        ledger.path("contacts")
                .forEach(contact -> count(ids, contact.path("externalId").asText()));
        distinctContacts = ids.size();
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }
}
