package com.wecomesb.connector.call;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.Probe;
import com.wecomesb.connector.expression.PathTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * Calls a configured system, {@code system:crm?path=/contacts/{externalId}}: one HTTP request with the system's credentials,
 * limits and notion of failure, as its connector describes them. Which systems there are says the {@link SystemAccess} of the
 * context.
 */
@Component("system")
public class SystemComponent extends DefaultComponent {

    private final Map<String, CalledSystem> systems = new ConcurrentHashMap<>();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SystemEndpoint endpoint = new SystemEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        endpoint.compile();
        return endpoint;
    }

    /**
     * Makes the call that its connector names for finding out whether a system knows us; nothing happens where it names none.
     *
     * @return whether there was such a call
     * @throws com.wecomesb.connector.ConnectorFailed when the answer is not what it would be if all were well
     */
    public boolean probe(String name) {
        CalledSystem system = system(name);
        Optional<Probe> probe = system.description().probe();
        probe.ifPresent(known -> {
            RequestTemplate request =
                    RequestTemplate.of(Optional.of(known.method()), PathTemplate.parse(known.path()), known.body());
            AnswerReader reader = new AnswerReader(
                    "", Optional.of(known.expect()), Optional.empty(), Optional.empty(), Optional.empty(), false);
            AuthenticatedCall call = new AuthenticatedCall(system, reader, false);
            Scope scope = Scope.nothing().with("config", system.config());
            call.read(call.make(request.fill(system.url(), scope), scope));
        });
        return probe.isPresent();
    }

    /** The system as it is configured and described now. */
    CalledSystem system(String name) {
        SystemAccess access = SystemAccess.of(getCamelContext());
        ConnectedSystem system = access.system(name);
        ConnectorDescription description = access.description(system);
        CalledSystem known = systems.get(name);
        return known != null && known.isOf(system, description)
                ? known
                : systems.compute(
                        name,
                        (key, other) -> other != null && other.isOf(system, description)
                                ? other
                                : CalledSystem.open(system, description, getCamelContext(), access.traffic()));
    }
}
