package com.wecomesb.bus.camel;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;

/** Appends the body; the route goes on when it can no longer be lost, and fails when nobody has taken it. */
final class AppendProducer<T> extends DefaultAsyncProducer {

    private final Class<T> type;
    private final Function<T, CompletableFuture<Void>> append;

    AppendProducer(Endpoint endpoint, Class<T> type, Function<T, CompletableFuture<Void>> append) {
        super(endpoint);
        this.type = type;
        this.append = append;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        T body;
        try {
            body = exchange.getMessage().getMandatoryBody(type);
        } catch (InvalidPayloadException exception) {
            exchange.setException(exception);
            callback.done(true);
            return true;
        }
        append.apply(body).whenComplete((done, error) -> {
            if (error != null) {
                exchange.setException(error);
            }
            callback.done(false);
        });
        return false;
    }
}
