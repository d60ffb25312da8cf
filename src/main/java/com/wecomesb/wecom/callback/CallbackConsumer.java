package com.wecomesb.wecom.callback;

import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Consumer of {@code wecom:callback}: one exchange for each callback, which is answered when the exchange has ended. */
public final class CallbackConsumer extends DefaultConsumer {

    private final CallbackDoor door;
    private final CallbackSink sink = this::process;

    public CallbackConsumer(Endpoint endpoint, Processor processor, CallbackDoor door) {
        super(endpoint, processor);
        this.door = door;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        door.open(sink);
    }

    @Override
    protected void doStop() throws Exception {
        door.close(sink);
        super.doStop();
    }

    private void process(Callback callback, Consumer<@Nullable Throwable> done) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(callback);
        getAsyncProcessor().process(exchange, inThisThread -> {
            Throwable failure = failure(exchange);
            releaseExchange(exchange, false);
            done.accept(failure);
        });
    }

    private static @Nullable Throwable failure(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        return exchange.isRollbackOnly()
                ? new RuntimeExchangeException("the exchange was rolled back", exchange)
                : null;
    }
}
