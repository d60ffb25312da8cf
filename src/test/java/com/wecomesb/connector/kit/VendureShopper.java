package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A customer of the running Vendure, who orders as people do; and its staff, who send goods. */
public final class VendureShopper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RealSystem system;
    private final String session;

    public VendureShopper(RealSystem system) {
        this.system = system;
        String[] customer = system.word("customer: ").split(" / ");
        session = send(
                        "/shop-api",
                        "",
                        "",
                        "mutation{login(username:\"" + customer[0] + "\",password:\"" + customer[1]
                                + "\"){__typename}}")
                .headers()
                .firstValue("vendure-auth-token")
                .orElseThrow();
    }

    /** Orders and pays; the order's code. Who has ordered before, on this machine, must not have bought the shop empty. */
    public String orders(int variant, int quantity) {
        admin("mutation{updateProductVariants(input:[{id:\"" + variant + "\",stockOnHand:100000}]){__typename}}");
        shop("mutation{addItemToOrder(productVariantId:\"" + variant + "\",quantity:" + quantity + "){__typename}}");
        shop("mutation{setOrderShippingAddress(input:{fullName:\"王芳\",streetLine1:\"文三路 1 号 𠮷\",city:\"杭州\","
                + "postalCode:\"310000\",countryCode:\"CN\",phoneNumber:\"13800000000\"}){__typename}}");
        shop("mutation{setOrderShippingMethod(shippingMethodId:[\"1\"]){__typename}}");
        shop("mutation{transitionOrderToState(state:\"ArrangingPayment\"){__typename}}");
        JsonNode paid = shop("mutation{addPaymentToOrder(input:{method:\"测试支付\",metadata:{}})"
                        + "{__typename ... on Order{code} ... on ErrorResult{message}}}")
                .path("addPaymentToOrder");
        assertThat(paid.path("code").asText()).as(paid.toString()).isNotEmpty();
        return paid.path("code").asText();
    }

    /** The staff settle the payment and send everything; the shop's own {@code updatedAt} does not move by that. */
    public void isSent(String code, String trackingCode) {
        JsonNode order = admin("query{orders(options:{filter:{code:{eq:\"" + code
                        + "\"}}}){items{id payments{id} lines{id quantity}}}}")
                .path("orders")
                .path("items")
                .get(0);
        admin("mutation{settlePayment(id:\""
                + order.path("payments").get(0).path("id").asText() + "\"){__typename}}");
        StringBuilder lines = new StringBuilder();
        order.path("lines")
                .forEach(
                        line -> lines.append("{orderLineId:\"" + line.path("id").asText() + "\",quantity:"
                                + line.path("quantity").asInt() + "}"));
        String fulfilment = admin("mutation{addFulfillmentToOrder(input:{lines:[" + lines
                        + "],handler:{code:\"manual-fulfillment\",arguments:[{name:\"method\",value:\"顺丰速运\"},"
                        + "{name:\"trackingCode\",value:\"" + trackingCode
                        + "\"}]}}){__typename ... on Fulfillment{id}}}")
                .path("addFulfillmentToOrder")
                .path("id")
                .asText();
        admin("mutation{transitionFulfillmentToState(id:\"" + fulfilment + "\",state:\"Shipped\"){__typename}}");
    }

    private JsonNode shop(String query) {
        return data(send("/shop-api", "Authorization", "Bearer " + session, query));
    }

    private JsonNode admin(String query) {
        return data(send("/admin-api", "vendure-api-key", apiKey(), query));
    }

    private String apiKey() {
        return system.word("admin api key (header vendure-api-key): ");
    }

    private static JsonNode data(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body()).path("data");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private HttpResponse<String> send(String path, String header, String value, String query) {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.root() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (!header.isEmpty()) {
            request.header(header, value);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
