package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/**
 * Puts the parts of the API side together, for Spring and for Camel applications without it.
 *
 * @param client the way in
 * @param diary how the last calls went
 */
public record WecomApi(WecomClient client, ApiDiary diary) {

    /** The API with the documented defaults of everything that {@link WecomSettings} does not say. */
    public static WecomApi of(WecomSettings settings) {
        Binder defaults = Binder.get(new StandardEnvironment());
        return of(
                settings,
                defaults.bindOrCreate("esb.wecom.http", HttpSettings.class),
                defaults.bindOrCreate("esb.wecom.token", TokenSettings.class),
                defaults.bindOrCreate("esb.wecom.limits", LimitSettings.class),
                () -> 1,
                Clock.systemUTC());
    }

    static WecomApi of(
            WecomSettings settings,
            HttpSettings httpSettings,
            TokenSettings tokenSettings,
            LimitSettings limitSettings,
            LiveInstances instances,
            Clock clock) {
        ApiDiary diary = new ApiDiary(clock);
        WecomHttp http = new WecomHttp(settings.apiUrl(), httpSettings);
        ApiExchange exchange = new ApiExchange(http, diary);
        Blocks blocks = new Blocks(limitSettings, clock);
        TokenEndpoint endpoint = new TokenEndpoint(exchange, blocks, diary, tokenSettings, clock);
        AccessTokens tokens = new AccessTokens(endpoint, tokenSettings, clock);
        PublishedLimits limits = new PublishedLimits(limitSettings, blocks, instances, clock);
        return new WecomApi(new WecomClient(settings, http, exchange, tokens, limits, blocks, diary), diary);
    }
}
