package com.wecomesb.configuration.flow;

import com.wecomesb.connector.RouteChecks;
import com.wecomesb.document.Mistake;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.PropertyResolver;

/**
 * Tries Camel files out in a context that knows the application's settings and beans, and reaches nobody: our own
 * components are stubs there, and beans are stand-ins of the right type.
 */
public final class TrialRoutes implements RouteCheck {

    private static final List<String> OWN_COMPONENTS = List.of("bus", "wecom", "mapping", "rules");

    private final ListableBeanFactory beans;
    private final PropertyResolver settings;

    public TrialRoutes(ListableBeanFactory beans, PropertyResolver settings) {
        this.beans = beans;
        this.settings = settings;
    }

    @Override
    public List<Mistake> check(Map<String, String> files) {
        return new RouteChecks(this::prepare).check(files);
    }

    private void prepare(CamelContext trial) {
        OWN_COMPONENTS.forEach(name -> trial.addComponent(name, new StubComponent()));
        trial.getPropertiesComponent().addPropertiesSource(new Settings(settings));
        if (trial.getRegistry() instanceof DefaultRegistry registry) {
            registry.addBeanRepository(new StandIns(beans));
        }
    }

    private record Settings(PropertyResolver settings) implements PropertiesSource {

        @Override
        public String getName() {
            return "settings";
        }

        @Override
        public String getProperty(String name) {
            return settings.getProperty(name);
        }
    }
}
