package com.wecomesb.configuration;

import com.wecomesb.book.BookFiles;
import com.wecomesb.book.Books;
import com.wecomesb.calendar.CalendarFiles;
import com.wecomesb.configuration.flow.FlowFiles;
import com.wecomesb.configuration.flow.RouteCheck;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.decision.AccountsFile;
import com.wecomesb.identity.IdentityFile;
import com.wecomesb.mapping.MappingFiles;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.sync.SyncFile;
import com.wecomesb.understanding.IntentFiles;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** All formats of the routes folder and the checks across them: the one list for the bus and for the commands. */
public final class Formats {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    private Formats() {}

    /** What dates and times mean that name no zone. */
    public static ZoneId businessZone(Environment environment) {
        return environment.getProperty("esb.time-zone", ZoneId.class, BUSINESS_ZONE);
    }

    private static Set<String> systems(Environment environment) {
        return Binder.get(environment)
                .bind("esb.systems", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    /** The reader of everything; {@code routes} tries the Camel files out. */
    public static SnapshotBuilder builder(Environment environment, RouteCheck routes) {
        return new SnapshotBuilder(
                List.of(
                        new AccountsFile(environment),
                        new CalendarFiles(businessZone(environment)),
                        new BookFiles(),
                        new YamlFolder<>("rules", List.of("rules", "vocabularies"), Books::rules, RuleSet::read),
                        new YamlFolder<>("replies", List.of("replies"), Books::replies, ReplyLibrary::read),
                        new IntentFiles(Normalizer::normalize),
                        new MappingFiles(businessZone(environment)),
                        new SchemaFiles(),
                        new SyncFile(systems(environment)),
                        new IdentityFile(),
                        new ConnectorFiles(),
                        new FlowFiles(routes)),
                List.of(new CompiledLanguage()),
                List.of(
                        new NamedRepliesExist(),
                        new MediaFilesFit(),
                        new NamedGroupsExist(),
                        new NamedAccountsExist(),
                        new NamedCalendarsExist(),
                        new BrandVariablesExist(),
                        new NamedWebhooksExist(environment),
                        new IndustriesAllowRules(),
                        new NamedIntentsExist(),
                        new NamedAnswersExist(),
                        new ParametersAreTemplates(),
                        new ExamplesHold(environment.getProperty(ExamplesHold.STRICT, Boolean.class, true))),
                Clock.systemUTC());
    }
}
