package com.wecomesb.connector.http;

import com.wecomesb.connector.ConnectorFailed;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.DefaultExchange;

/**
 * Sends through a camel-http endpoint of its own, with an exchange of its own: nothing of the route's message goes out, and no
 * credential is in a message that a route, a log or a trace sees.
 */
public final class CamelHttpSender implements HttpSender {

    private final CamelContext context;
    private final Producer producer;

    private CamelHttpSender(CamelContext context, Producer producer) {
        this.context = context;
        this.producer = producer;
    }

    /**
     * Makes an endpoint that lives as long as its context.
     *
     * @param url of the system's root, which names the endpoint; each call has its own
     * @param connections how many calls may be in flight at once
     */
    public static CamelHttpSender open(CamelContext context, String url, PlainClient client, int connections) {
        String uri = url + "?throwExceptionOnFailure=false&copyHeaders=false&connectionsPerRoute=" + connections
                + "&maxTotalConnections=" + connections;
        try {
            // Past the context: its endpoints are shared by name, and its registry bears no change while others read
            // it.
            Component component = context.getComponent(url.substring(0, url.indexOf(':')));
            HttpEndpoint endpoint = (HttpEndpoint) component.createEndpoint(uri);
            endpoint.setHttpClientConfigurer(client);
            context.addService(endpoint, true, true);
            Producer producer = endpoint.createProducer();
            context.addService(producer, true, true);
            return new CamelHttpSender(context, producer);
        } catch (Exception unfit) {
            throw new IllegalArgumentException("No HTTP endpoint can be made", unfit);
        }
    }

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        Exchange exchange = new DefaultExchange(context);
        Message request = exchange.getMessage();
        call.headers().forEach(request::setHeader);
        request.setHeader(Exchange.HTTP_METHOD, call.method());
        request.setHeader(Exchange.HTTP_URI, call.address());
        String type = call.payload().contentType();
        if (type != null && call.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.setHeader(Exchange.CONTENT_TYPE, type);
        }
        request.setBody(call.payload().bytes());
        try {
            producer.process(exchange);
            byte[] body = exchange.getMessage().getBody(byte[].class);
            Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
            return new HttpAnswer(status == null ? 0 : status, headers(exchange), body == null ? new byte[0] : body);
        } catch (IOException | ConnectorFailed known) {
            throw known;
        } catch (Exception other) {
            throw withKnownCause(other);
        }
    }

    private static Map<String, String> headers(Exchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (!name.startsWith("Camel") && value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value.toString());
            }
        });
        return Collections.unmodifiableMap(headers);
    }

    private static IOException withKnownCause(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectorFailed failed) {
                throw failed;
            }
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(exception.getClass().getSimpleName());
    }
}
