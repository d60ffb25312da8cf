package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.media.Uploads;
import com.wecomesb.wecom.WecomConstants;
import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Completes the requests that were decided, so that a repeat after a crash between sending and noting it is recognised
 * by WeCom: by our {@code msgid} in 微信客服 (W94677), by the duplicate check for application messages (W90236).
 */
@Component("wecomRequests")
public class WecomRequests {

    /** WeCom drops an identical application message within this time when it is asked to. */
    static final Duration DUPLICATE_CHECK = Duration.ofSeconds(300);

    /** Where an exchange keeps what was uploaded for it. */
    static final String UPLOADED = "esb.uploaded";

    private final WecomSettings settings;
    private final Uploads uploads;
    private final Claims claims;
    private final Clock clock;

    WecomRequests(WecomSettings settings, Uploads uploads, Claims claims, Clock clock) {
        this.settings = settings;
        this.uploads = uploads;
        this.claims = claims;
        this.clock = clock;
    }

    /** From a {@link Claim} to the request's body, with app and path in the headers of {@code wecom:}. */
    public void prepare(Exchange exchange) {
        Claim claim = exchange.getMessage().getBody(Claim.class);
        Action action = claim.action();
        String app = action.payload().path("app").asText();
        ObjectNode body = action.payload().path("body").deepCopy();
        if (action.verb().equals("kf/send_msg")) {
            body.put("msgid", action.id());
        }
        if (action.verb().equals("message/send")) {
            if (!body.path("msgtype").asText().equals("miniprogram_notice")) {
                settings.app(app).map(WecomSettings.App::agentId).ifPresent(agent -> body.put("agentid", agent));
            }
            checkForDuplicates(claim, body);
        }
        addMedia(exchange, app, action.payload().path("media"), body);
        exchange.getMessage().setHeader(WecomConstants.APP, app);
        exchange.getMessage().setHeader(WecomConstants.PATH, action.verb());
        exchange.getMessage().setBody(body);
    }

    /** What a message shows is uploaded when the message goes out, unless WeCom has it already. */
    private void addMedia(Exchange exchange, String app, JsonNode media, ObjectNode body) {
        if (media.isObject()) {
            Uploads.Uploaded uploaded = uploads.of(
                    app, media.path("path").asText(), media.path("kind").asText());
            exchange.setProperty(UPLOADED, uploaded);
            body.withObject("/" + body.path("msgtype").asText())
                    .put(media.path("field").asText(), uploaded.mediaId());
        }
    }

    /**
     * The check drops identical content, so a second answer with the same words goes without it; unless an attempt of
     * this very action may have arrived already.
     */
    private void checkForDuplicates(Claim claim, ObjectNode body) {
        boolean alike = claims.sentAlike(claim, clock.instant().minus(DUPLICATE_CHECK));
        if (claim.uncertain() || !alike) {
            body.put("enable_duplicate_check", 1);
            body.put("duplicate_check_interval", DUPLICATE_CHECK.toSeconds());
        }
    }

    /** From WeCom's answer to the effect. */
    public Effect done(Exchange exchange) {
        JsonNode answer = exchange.getMessage().getBody(JsonNode.class);
        String msgid = answer == null ? "" : answer.path("msgid").asText("");
        return new Effect.Done(null, msgid.isEmpty() ? null : msgid);
    }
}
