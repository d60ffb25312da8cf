package com.wecomesb.wecom;

import com.wecomesb.wecom.api.WecomClient;
import com.wecomesb.wecom.callback.CallbackDoor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/**
 * Calls any path of the WeCom API, {@code wecom:kf/send_msg?app=service}, and takes WeCom's callbacks, {@code
 * wecom:callback}. Client and door come from the registry unless they are set.
 */
@Component("wecom")
public class WecomComponent extends DefaultComponent {

    /** Camel writes endpoint URIs into logs and pages. */
    private static final Set<String> SECRETS = Set.of("key", "access_token", "corpsecret", "secret");

    private @Nullable WecomClient client;
    private @Nullable CallbackDoor door;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        WecomEndpoint endpoint = new WecomEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        Map<String, String> query = new HashMap<>();
        parameters.forEach((name, value) -> query.put(name, String.valueOf(value)));
        parameters.clear();
        for (String name : query.keySet()) {
            if (SECRETS.contains(name)) {
                throw new IllegalArgumentException("wecom:" + remaining + ": " + name
                        + " is a secret and endpoint URIs are logged; set it in the header " + WecomConstants.QUERY);
            }
        }
        endpoint.setQuery(query);
        return endpoint;
    }

    /** What calls go through. */
    public void setClient(WecomClient client) {
        this.client = client;
    }

    /** Where callbacks come in. */
    public void setDoor(CallbackDoor door) {
        this.door = door;
    }

    WecomClient client() {
        return client != null
                ? client
                : CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), WecomClient.class);
    }

    CallbackDoor door() {
        return door != null
                ? door
                : CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), CallbackDoor.class);
    }
}
