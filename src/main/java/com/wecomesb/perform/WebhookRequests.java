package com.wecomesb.perform;

import com.wecomesb.action.Action;
import com.wecomesb.connector.webhook.WebhookTarget;
import com.wecomesb.connector.webhook.WebhookTargets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/**
 * Turns an action into a signed request. A repeat after a lost answer bears the same {@code webhook-id}, by which the
 * receiver recognises it.
 */
@Component("webhookRequests")
public class WebhookRequests {

    private final WebhookTargets targets;
    private final Clock clock;

    WebhookRequests(WebhookTargets targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** From a {@link Claim} to the request; the address comes from the settings only. */
    public void prepare(Exchange exchange) {
        Action action = exchange.getMessage().getBody(Claim.class).action();
        String name = String.valueOf(action.system());
        WebhookTarget target =
                targets.find(name).orElseThrow(() -> new TargetMissing("没有配置 esb.webhooks." + name + ",配置好之后会继续"));
        String body = action.payload().toString();
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        target.headers(action.id(), clock.instant(), body).forEach(request::setHeader);
        request.setHeader(Exchange.HTTP_URI, target.url().toString());
        request.setHeader(Exchange.HTTP_METHOD, "POST");
        request.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        request.setBody(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Any answer of 2xx. What it says is of no interest. */
    public Effect done() {
        return new Effect.Done(null, null);
    }
}
