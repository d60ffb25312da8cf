package com.wecomesb;

import com.wecomesb.api.DoctorChecks;
import com.wecomesb.api.DoctorFinding;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.configuration.AskedVerbs;
import com.wecomesb.configuration.ConfigurationRefused;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.flow.Flows;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorSettings;
import com.wecomesb.connector.KameletTemplates;
import com.wecomesb.connector.SettingsInForce;
import com.wecomesb.connector.SystemGauges;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.SystemsHealth;
import com.wecomesb.connector.call.SystemAccess;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.decision.Destinations;
import com.wecomesb.document.Mistakes;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.perform.OutcomeInterest;
import com.wecomesb.rule.RuleSet;
import io.micrometer.observation.ObservationPredicate;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Where capabilities meet that do not know each other. */
@Configuration(proxyBeanMethods = false)
class EsbConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EsbConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Callback and webhooks have measures of their own, {@code esb.callback.*}; a span for each would cost a tenth of its time. */
    @Bean
    ObservationPredicate callbacksAreNotObserved() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().matches("/(callback|webhook)/.*"));
    }

    @Bean
    Systems systems(SystemSettings settings) {
        Mistakes mistakes = new Mistakes();
        Systems systems = Systems.read(settings, mistakes);
        if (!mistakes.isEmpty()) {
            throw new ConfigurationRefused(mistakes.list());
        }
        return systems;
    }

    @Bean
    KameletTemplates kameletTemplates(RunningConfiguration configuration, Systems systems, Clock clock) {
        Mistakes mistakes = new Mistakes();
        SettingsInForce.check(systems, configuration.current().part(Connectors.class), mistakes);
        if (!mistakes.isEmpty()) {
            throw new ConfigurationRefused(mistakes.list());
        }
        KameletTemplates templates = new KameletTemplates(clock);
        templates.replace(
                configuration.current().part(Flows.class).kameletsByName(),
                configuration.current().part(Connectors.class));
        configuration.addListener((before, after) ->
                templates.replace(after.part(Flows.class).kameletsByName(), after.part(Connectors.class)));
        return templates;
    }

    /** For the company's own flows; the calls of actions have theirs. */
    @Bean
    SystemAccess systemAccess(Systems systems, KameletTemplates templates) {
        return new SystemAccess(systems::find, templates::connectors, templates.traffic());
    }

    @Bean
    ConnectorCalls connectorCalls(
            Systems systems,
            Supplier<MappingSet> mappings,
            KameletTemplates templates,
            ConnectorSettings settings,
            Clock clock) {
        return new ConnectorCalls(systems, mappings, templates, settings, clock);
    }

    /** Under {@code systems} in health. */
    @Bean
    SystemsHealth systemsHealthIndicator(ConnectorCalls calls, ConnectorSettings settings, Clock clock) {
        return new SystemsHealth(calls, settings.checkEvery(), clock);
    }

    @Bean
    SystemGauges systemGauges(ConnectorCalls calls) {
        return new SystemGauges(calls);
    }

    @Bean
    Fields linkedFields(Pseudonyms pseudonyms) {
        return new Fields(pseudonyms);
    }

    @Bean
    Destinations destinations(Systems systems) {
        return (kind, named) -> named != null
                ? systems.find(named).map(system -> system.name())
                : SystemKind.of(kind.word()).flatMap(systems::defaultOf).map(system -> system.name());
    }

    /** Says at the start, after each change of the files and in {@code doctor} what rules ask for in vain. */
    @Bean
    DoctorChecks askedVerbs(RunningConfiguration configuration, Systems systems) {
        warnOfMissingVerbs(configuration.current(), systems);
        configuration.addListener((before, after) -> warnOfMissingVerbs(after, systems));
        return () -> AskedVerbs.missing(configuration.current(), systems).stream()
                .map(finding -> new DoctorFinding("", "rules", DoctorFinding.Status.WRONG, finding.toString()))
                .toList();
    }

    private static void warnOfMissingVerbs(Snapshot snapshot, Systems systems) {
        AskedVerbs.missing(snapshot, systems)
                .forEach(finding ->
                        log.atWarn().addKeyValue("finding", finding).log("a rule asks for what a system cannot do"));
    }

    /** Their mistakes refused the start before, together with those of the files. */
    @Bean
    WebhookTargets webhookTargets(Environment environment) {
        return WebhookTargets.read(environment, new Mistakes());
    }

    /** How the kinds of systems are spoken to, as the files in force say. */
    @Bean
    Supplier<Connectors> connectors(RunningConfiguration configuration) {
        return () -> configuration.current().part(Connectors.class);
    }

    /** Only outcomes that a rule names become events, unless all are wanted. */
    @Bean
    OutcomeInterest outcomeInterest(
            RunningConfiguration configuration, @Value("${esb.bus.outcomes:named}") String outcomes) {
        return type -> outcomes.equals("all")
                || configuration.current().part(RuleSet.class).reactsTo(type);
    }
}
