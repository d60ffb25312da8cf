package com.wecomesb.perform;

import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Calls the route of a destination, {@code direct:call-KIND} in {@code flows/perform-KIND.camel.yaml}. The route
 * answers with an {@link Effect}; {@code errors.camel.yaml} turns its faults into one as well.
 */
@Component
class Destination {

    private final ProducerTemplate routes;
    private final EffectClassifier classifier;

    Destination(ProducerTemplate routes, EffectClassifier classifier) {
        this.routes = routes;
        this.classifier = classifier;
    }

    Effect call(Claim claim) {
        Exchange answer = routes.request(
                "direct:call-" + claim.action().kind().word(),
                exchange -> exchange.getMessage().setBody(claim));
        if (answer.getException() != null) {
            return classifier.classify(answer.getException());
        }
        return answer.getMessage().getBody() instanceof Effect effect
                ? effect
                : new Effect.Failed("目的地的路由没有给出结果", "NoEffect");
    }
}
