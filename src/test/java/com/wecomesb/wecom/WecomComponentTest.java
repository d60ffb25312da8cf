package com.wecomesb.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.FakeWecom;
import com.wecomesb.wecom.api.WecomApi;
import com.wecomesb.wecom.api.WecomApiFixture;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.callback.Callback;
import com.wecomesb.wecom.callback.CallbackDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a Camel application of its own, without Spring. */
class WecomComponentTest {

    private final FakeWecom wecom = new FakeWecom();
    private final CallbackDoor door = new CallbackDoor();
    private final WecomApi api = WecomApi.of(WecomApiFixture.settings(wecom.url(), Duration.ofSeconds(5)));
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template = camel.createProducerTemplate();

    @BeforeEach
    void start() {
        camel.getRegistry().bind("client", api.client());
        camel.getRegistry().bind("door", door);
        camel.start();
        template.start();
    }

    @AfterEach
    void stop() {
        template.stop();
        camel.stop();
        api.client().close();
        wecom.close();
    }

    @Test
    void postsJsonAndAnswersWithJson() throws Exception {
        // Given
        wecom.answer("kf/send_msg", "{\"errcode\":0,\"msgid\":\"m1\"}");
        JsonNode body = new ObjectMapper().readTree("{\"touser\":\"wm1\"}");

        // When
        Exchange exchange = call("wecom:kf/send_msg?app=service", body, Map.of());

        // Then
        assertThat(exchange.getMessage().getBody(JsonNode.class).path("msgid").asText())
                .isEqualTo("m1");
        assertThat(exchange.getMessage().getHeader(WecomConstants.ERRCODE)).isEqualTo(0);
        assertThat(wecom.requests("kf/send_msg"))
                .singleElement()
                .satisfies(request -> assertThat(request.json()).isEqualTo(body));
    }

    @Test
    void postsAMap() {
        call("wecom:kf/send_msg?app=service", Map.of("touser", "wm1"), Map.of());

        assertThat(wecom.requests("kf/send_msg"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"touser\":\"wm1\"}"));
    }

    @Test
    void postsTextOfJson() {
        call("wecom:kf/send_msg?app=service", "{\"touser\": \"wm1\"}", Map.of());

        assertThat(wecom.requests("kf/send_msg"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"touser\":\"wm1\"}"));
    }

    @Test
    void getsWithTheOtherParametersOfTheUri() {
        call("wecom:kf/servicer/list?app=service&open_kfid=wk1", null, Map.of());

        assertThat(wecom.requests("kf/servicer/list")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.query()).contains("open_kfid=wk1");
        });
    }

    @Test
    void callsAsTheAppThatTheHeaderNames() {
        call("wecom:kf/send_msg", Map.of(), Map.of(WecomConstants.APP, "service"));

        assertThat(wecom.requests("kf/send_msg")).hasSize(1);
    }

    @Test
    void takesAWebhooksKeyFromAHeader() {
        call("wecom:webhook/send?app=service", Map.of(), Map.of(WecomConstants.QUERY, Map.of("key", "robot")));

        assertThat(wecom.requests("webhook/send"))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).isEqualTo("key=robot"));
    }

    @Test
    void refusesASecretInTheUri() {
        assertThatThrownBy(() -> camel.getEndpoint("wecom:webhook/send?app=service&key=robot-key-1"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .rootCause()
                .hasMessageContaining(WecomConstants.QUERY)
                .hasMessageNotContaining("robot-key-1");
    }

    @Test
    void failsWithWhatTheCallerShouldDo() {
        // Given
        wecom.answer("kf/send_msg", "{\"errcode\":95018,\"errmsg\":\"send msg session status invalid\"}");

        // When
        Exchange exchange = call("wecom:kf/send_msg?app=service", Map.of(), Map.of());

        // Then
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        WecomCallFailed.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(CallOutcome.STATE));
        assertThat(exchange.getMessage().getHeader(WecomConstants.ERRCODE)).isEqualTo(95018);
    }

    @Test
    void doesNotQuoteABodyThatIsNoJson() {
        Exchange exchange = call("wecom:kf/send_msg?app=service", "{客户的话", Map.of());

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("客户的话");
    }

    @Test
    void isUsableFromYamlWithADynamicPath() throws Exception {
        // Given
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("call.camel.yaml", """
                        - route:
                            id: call
                            from:
                              uri: direct:call
                              steps:
                                - toD:
                                    uri: "wecom:${header.CamelWecomPath}"
                                - to:
                                    uri: wecom:kf/service_state/get
                                    parameters:
                                      app: service
                        """));

        // When
        call(
                "direct:call",
                Map.of(),
                Map.of(WecomConstants.APP, "service", WecomConstants.PATH, "kf/service_state/trans"));

        // Then
        assertThat(wecom.requests("kf/service_state/trans")).hasSize(1);
        assertThat(wecom.requests("kf/service_state/get")).hasSize(1);
    }

    @Test
    void deliversCallbacksToTheRouteThatConsumesThem() throws Exception {
        // Given
        camel.addRoutes(route("wecom:callback", "mock:taken"));
        CompletableFuture<Boolean> succeeded = new CompletableFuture<>();

        // When
        door.accept(
                new Callback("service", "ww1", "<xml/>", Instant.EPOCH),
                failure -> succeeded.complete(failure == null));

        // Then
        assertThat(succeeded).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
        assertThat(camel.getEndpoint("mock:taken", MockEndpoint.class).getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getIn().getBody()).isInstanceOf(Callback.class));
    }

    @Test
    void cannotBeConsumedFromAnApiPath() {
        assertThatThrownBy(() -> camel.addRoutes(route("wecom:kf/sync_msg", "mock:taken")))
                .isInstanceOfAny(FailedToStartRouteException.class, FailedToCreateRouteException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private Exchange call(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    private static RouteBuilder route(String from, String to) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        };
    }
}
