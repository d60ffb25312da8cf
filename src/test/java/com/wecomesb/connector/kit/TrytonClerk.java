package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody who works with the running Tryton beside the bus. */
public final class TrytonClerk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RealSystem system;

    public TrytonClerk(RealSystem system) {
        this.system = system;
    }

    /** Sells two packets of tea; Tryton's own id of the sale. */
    public String sells(String reference) {
        int party = call("party.party.search", "[['code', '=', 'SEED-1']], 0, 1, null")
                .get(0)
                .asInt();
        int product = call("product.product.search", "[['code', '=', 'TEA-LJ-100']], 0, 1, null")
                .get(0)
                .asInt();
        return call(
                        "sale.sale.create",
                        "[{'party': " + party + ", 'company': 1, 'currency': 1, 'reference': '" + reference
                                + "', 'lines': [['create', [{'type': 'line', 'product': " + product
                                + ", 'quantity': 2, 'unit': 1, 'unit_price': {'__class__': 'Decimal', 'decimal': '128.00'},"
                                + " 'description': '龙井茶 100克'}]]]}]")
                .path(0)
                .asText();
    }

    /** Writes a comment on a sale. */
    public void notes(String sale, String comment) {
        call("sale.sale.write", "[" + sale + "], {'comment': '" + comment + "'}");
    }

    /** Adds a telephone number or an address of another kind to a party. */
    void adds(String party, String kind, String value) {
        call(
                "party.party.write",
                "[" + party + "], {'contact_mechanisms': [['create', [{'type': '" + kind + "', 'value': '" + value
                        + "'}]]]}");
    }

    /** The party that was made last. */
    public JsonNode newestParty() {
        return call(
                        "party.party.search_read",
                        "[], 0, 1, [['id', 'DESC']], ['name', 'code', 'contact_mechanisms.value', 'create_date']")
                .path(0);
    }

    private JsonNode call(String method, String params) {
        String body = "{\"id\": 1, \"method\": \"model." + method + "\", \"params\": [" + params.replace('\'', '"')
                + ", {\"language\": \"en\", \"company\": 1}]}";
        String[] user = system.word("user: ").split(" / ");
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.url() + "/"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user[0] + ":" + user[1]).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            JsonNode answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (answer.has("error")) {
                throw new IllegalStateException(answer.path("error").toString());
            }
            return answer.path("result");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
