package com.wecomesb.sandbox.shop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.OAuthServer;
import com.wecomesb.sandbox.RecordChanges;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The shop's interface: orders are read by their number or by their buyer. */
@Simulated
class ShopRoutes implements SandboxRoutes {

    private final Orders orders;
    private final OAuthServer tokens;
    private final RecordChanges changes;

    ShopRoutes(Orders orders, OAuthServer tokens, RecordChanges changes) {
        this.changes = changes;
        this.orders = orders;
        this.tokens = tokens;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/sandbox/shop/changes", request -> changes.page("order", request, orders::find))
                .GET("/sandbox/shop/orders/{orderNo}", this::get)
                .GET("/sandbox/shop/orders", this::find)
                .filter(tokens.required(SimulatedSystem.SHOP))
                .build();
    }

    private ServerResponse get(ServerRequest request) {
        ObjectNode order = orders.find(request.pathVariable("orderNo"));
        return order == null ? Documents.error(HttpStatus.NOT_FOUND, "not_found") : Documents.ok(order);
    }

    private ServerResponse find(ServerRequest request) {
        if (request.param("buyer").isPresent()) {
            return items(orders.ofBuyer(request.param("buyer").get()));
        }
        if (request.param("orderNo").isPresent()) {
            ObjectNode order = orders.find(request.param("orderNo").get());
            return items(order == null ? List.of() : List.of(order));
        }
        return request.params().isEmpty()
                ? items(orders.latest())
                : Documents.error(HttpStatus.BAD_REQUEST, "unknown_filter");
    }

    private static ServerResponse items(List<ObjectNode> items) {
        return Documents.ok(Map.of("items", items));
    }
}
