package com.wecomesb.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Event;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.callback.CallbackConsumer;
import com.wecomesb.wecom.callback.CallbackDoor;
import com.wecomesb.wecom.message.Fixtures;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route file {@code flows/receive.camel.yaml}, with the bus replaced by mocks. */
class ReceiveRouteTest {

    private final CallbackDoor door = new CallbackDoor();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.addComponent("wecom", new CallbackComponent());
        camel.addComponent("bus", new MockComponent());
        camel.getRegistry().bind("receiveWecom", new ReceiveWecom(new Pseudonyms(new byte[32])));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/flows/receive.camel.yaml"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void appendsAnEventBeforeItSucceeds() {
        // When
        @Nullable Throwable failure = send("text");

        // Then
        assertThat(failure).isNull();
        assertThat(bus("events").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getIn().getBody()).isInstanceOf(Event.class));
        assertThat(bus("hints").getExchanges()).isEmpty();
    }

    @Test
    void appendsAHintBeforeItSucceeds() {
        // When
        @Nullable Throwable failure = send("kf_msg_or_event");

        // Then
        assertThat(failure).isNull();
        assertThat(bus("hints").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getIn().getBody()).isInstanceOf(Hint.class));
        assertThat(bus("events").getExchanges()).isEmpty();
    }

    @Test
    void failsWhenTheBusDoes() {
        // Given
        bus("events").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("Kafka is away");
        });

        // When
        @Nullable Throwable failure = send("text");

        // Then
        assertThat(failure).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsBeforeTheRouteStartsAndAfterItStops() {
        // When
        camel.stop();

        // Then
        assertThat(send("text")).isNotNull();
    }

    private @Nullable Throwable send(String fixture) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Callback callback = new Callback("service", "ww1234567890abcdef", Fixtures.xml(fixture), Instant.EPOCH);
        door.accept(callback, failure -> result.complete(new Result(failure)));
        return result.join().failure();
    }

    private MockEndpoint bus(String name) {
        return camel.getEndpoint("bus:" + name, MockEndpoint.class);
    }

    private record Result(@Nullable Throwable failure) {}

    /** Stands for the component {@code wecom:}, of which this route uses the callback only. */
    private final class CallbackComponent extends DefaultComponent {

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {

                @Override
                public Producer createProducer() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    return new CallbackConsumer(this, processor, door);
                }
            };
        }
    }
}
