package com.wecomesb.configuration.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.wecom.WecomSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SimulationEnvironmentTest {

    private static final String REAL_APP = "esb.wecom.apps.service.corp-id";

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void simulatesEverythingWhenNothingIsConfigured() {
        // When
        process(Map.of());
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEqualTo("wecom,crm,shop,ticket");
        assertThat(environment.getProperty("esb.sandbox.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("esb.systems.crm.url")).isEqualTo("http://127.0.0.1:8080/sandbox/crm");
        assertThat(environment.getProperty("esb.systems.ticket.connector")).isEqualTo("sandbox");
        WecomSettings wecom =
                Binder.get(environment).bind("esb.wecom", WecomSettings.class).get();
        assertThat(wecom.apiUrl()).hasToString("http://127.0.0.1:8080/sandbox/wecom");
        assertThat(wecom.app("sandbox").orElseThrow().encodingAesKey()).hasSize(43);
    }

    @Test
    void bindsToLoopbackWhateverElseIsSet() {
        // When
        process(Map.of("server.address", "0.0.0.0", "management.server.port", "9090"));
        // Then
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void leavesAnotherLoopbackAddressAlone() {
        // When
        process(Map.of("server.address", "::1"));
        // Then
        assertThat(environment.getProperty("server.address")).isEqualTo("::1");
    }

    @Test
    void leavesAConfiguredSystemAloneBesideASimulatedWecom() {
        // When
        process(Map.of(
                "esb.systems.crm.connector",
                "rest",
                "esb.systems.helpdesk.connector",
                "rest",
                "esb.systems.helpdesk.kind",
                "ticket"));
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEqualTo("wecom,shop");
        assertThat(environment.containsProperty("esb.systems.crm.url")).isFalse();
        assertThat(environment.containsProperty("esb.systems.ticket.url")).isFalse();
    }

    @Test
    void simulatesNothingBesideARealWecomUnlessNamed() {
        // When
        process(Map.of(REAL_APP, "ww1"));
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEmpty();
        assertThat(environment.getProperty("esb.sandbox.enabled")).isEqualTo("false");
        assertThat(environment.containsProperty("server.address")).isFalse();
        assertThat(environment.containsProperty("esb.systems.crm.connector")).isFalse();
    }

    @Test
    void seesAnAppThatOnlyTheProcessEnvironmentNames() {
        // Given
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("ESB_WECOM_APPS_SERVICE_CORP_ID", "ww1")));
        // When
        process(Map.of());
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEmpty();
    }

    @Test
    void givesNamedSimulatorsBesideARealWecomAListenerOfTheirOwn() {
        // When
        process(Map.of(REAL_APP, "ww1", "esb.systems.crm.connector", "sandbox", "server.port", "9000"));
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEqualTo("crm");
        assertThat(environment.getProperty("esb.sandbox.own-listener")).isEqualTo("true");
        assertThat(environment.getProperty("esb.sandbox.port")).isEqualTo("9001");
        assertThat(environment.getProperty("esb.systems.crm.url")).isEqualTo("http://127.0.0.1:9001/sandbox/crm");
        assertThat(environment.containsProperty("server.address")).isFalse();
    }

    @Test
    void startsNoSimulatorWhenTheSimulatedSystemIsElsewhere() {
        // When
        process(Map.of(
                REAL_APP,
                "ww1",
                "esb.systems.crm.connector",
                "sandbox",
                "esb.systems.crm.url",
                "http://127.0.0.1:7000/sandbox/crm"));
        // Then
        assertThat(environment.getProperty("esb.simulated")).isEqualTo("crm");
        assertThat(environment.getProperty("esb.sandbox.enabled")).isEqualTo("false");
        assertThat(environment.containsProperty("esb.sandbox.own-listener")).isFalse();
    }

    @Test
    void fixesARandomPortBeforeTheSimulatorsAddressesAreMade() {
        // When
        process(Map.of("server.port", "0"));
        // Then
        int port = environment.getRequiredProperty("server.port", Integer.class);
        assertThat(port).isPositive();
        assertThat(environment.getProperty("esb.systems.shop.url"))
                .isEqualTo("http://127.0.0.1:" + port + "/sandbox/shop");
    }

    private void process(Map<String, Object> settings) {
        environment.getPropertySources().addFirst(new MapPropertySource("settings", new HashMap<>(settings)));
        new SimulationEnvironment().postProcessEnvironment(environment, new SpringApplication());
    }
}
