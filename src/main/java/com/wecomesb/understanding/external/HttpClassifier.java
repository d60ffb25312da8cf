package com.wecomesb.understanding.external;

import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.NotClassified.Reason;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpEndpoint;
import org.jspecify.annotations.Nullable;

/** An OpenAI-compatible chat completion endpoint, called through Camel's http component. */
final class HttpClassifier implements Classifier {

    private static final int OK = 200;

    private final HttpClassifierSettings settings;
    private final ProducerTemplate template;
    private @Nullable Endpoint endpoint;

    HttpClassifier(HttpClassifierSettings settings, CamelContext camel) {
        this.settings = settings;
        this.template = camel.createProducerTemplate();
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    @Override
    public int budgetPerMinute() {
        return settings.budgetPerMinute();
    }

    @Override
    public List<Guess> classify(String text, List<IntentExamples> intents) {
        byte[] request = ChatRequest.of(settings.model(), text, intents);
        Exchange exchange = template.request(endpoint(), asked -> {
            Message message = asked.getMessage();
            message.setBody(request);
            message.setHeader(Exchange.HTTP_METHOD, "POST");
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        });
        if (exchange.getException() != null) {
            throw new NotClassified(Reason.FAILED, "the endpoint does not answer", exchange.getException());
        }
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        byte[] answer = exchange.getMessage().getBody(byte[].class);
        if (status != OK || answer == null) {
            throw new NotClassified(Reason.FAILED, "the endpoint answers " + status);
        }
        return ChatAnswer.read(answer, intents);
    }

    /** Resolved with the first call: when the classifier is made Camel has not started yet. */
    private synchronized Endpoint endpoint() {
        Endpoint known = endpoint;
        if (known == null) {
            HttpEndpoint made = template.getCamelContext().getEndpoint(uri(), HttpEndpoint.class);
            made.setHttpClientConfigurer(new EndpointAccess(settings.key(), settings.timeout()));
            made.setThrowExceptionOnFailure(false);
            endpoint = made;
            return made;
        }
        return known;
    }

    private String uri() {
        String separator = settings.url().contains("?") ? "&" : "?";
        int most = settings.concurrency();
        return settings.url() + separator + "connectionsPerRoute=" + most + "&maxTotalConnections=" + most;
    }

    @Override
    public void close() {
        template.stop();
    }
}
