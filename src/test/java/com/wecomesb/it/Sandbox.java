package com.wecomesb.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The simulated world as a test sees it: telephones, servicers, switches and the ledger. */
public final class Sandbox {

    private static final String ROOT = "/sandbox/control";

    private final Http http;

    public Sandbox(Http http) {
        this.http = http;
    }

    /** A customer whom nobody has met. */
    public static String newCustomer() {
        return "wm" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    public void customerWrites(String customer, String text) {
        http.post(ROOT + "/customers/" + customer + "/messages", Map.of("name", "王芳", "text", text));
    }

    public void customerWrites(String customer, String text, int repeat) {
        http.post(ROOT + "/customers/" + customer + "/messages", Map.of("text", text, "repeat", repeat));
    }

    public void customerSends(String customer, String type) {
        http.post(ROOT + "/customers/" + customer + "/messages", Map.of("type", type));
    }

    public void memberWrites(String userid, String text) {
        http.post(ROOT + "/members/" + userid + "/messages", Map.of("text", text));
    }

    public void servicerTakes(String servicer, String customer) {
        http.post(ROOT + "/servicers/" + servicer + "/take", Map.of("customer", customer));
    }

    public void servicerEnds(String servicer, String customer) {
        http.post(ROOT + "/servicers/" + servicer + "/end", Map.of("customer", customer));
    }

    public void turn(String system, String mode) {
        http.put(ROOT + "/switches/" + system, Map.of("mode", mode));
    }

    public List<String> botTo(String customer) {
        return from("bot", http.get(ROOT + "/chats/" + customer));
    }

    public List<String> botToMember(String userid) {
        return from("bot", http.get(ROOT + "/members/" + userid));
    }

    public int serviceState(String customer) {
        return http.get(ROOT + "/chats/" + customer).path("serviceState").asInt();
    }

    private static List<String> from(String who, JsonNode chat) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : chat.path("messages")) {
            if (message.path("from").asText().equals(who)) {
                texts.add(message.path("text").asText());
            }
        }
        return texts;
    }

    /** The subjects of the tickets of a customer's words. */
    public List<String> tickets(String words) {
        List<String> subjects = new ArrayList<>();
        for (JsonNode ticket : http.get(ROOT + "/ledger").path("tickets")) {
            if (ticket.path("description").asText().contains(words)) {
                subjects.add(ticket.path("subject").asText());
            }
        }
        return subjects;
    }

    public @Nullable JsonNode contactOf(String customer) {
        for (JsonNode contact : http.get(ROOT + "/ledger").path("contacts")) {
            for (JsonNode identity : contact.path("identities")) {
                if (identity.path("value").asText().equals(customer)) {
                    return contact;
                }
            }
        }
        return null;
    }

    public JsonNode ledger() {
        return http.get(ROOT + "/ledger");
    }

    public void history(int customers, int days, String text) {
        http.post(ROOT + "/history", Map.of("customers", customers, "days", days, "text", text));
    }
}
