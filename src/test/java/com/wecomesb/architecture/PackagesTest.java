package com.wecomesb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the packages, and what each of them may touch. */
class PackagesTest {

    private static final String ROOT = "com.wecomesb.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.wecomesb");

    @ParameterizedTest(name = "{0} uses {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "document      | ",
                "book          | document",
                "wecom         | ",
                "bus           | database",
                "understanding | document",
                "calendar      | document",
                "rule          | calendar document understanding",
                "reply         | document",
                "mapping       | document",
                "database      | ",
                "action        | bus",
                "conversation  | bus database",
                "receive       | bus wecom",
                "decision      | action bus calendar conversation document reply rule understanding",
                "media         | wecom",
                "perform       | action bus connector conversation database media sync wecom",
                "connector     | bus database document mapping",
                "identity      | bus connector conversation database document",
                "sync          | action bus connector conversation database document identity",
                "configuration | book calendar connector decision document identity mapping media reply rule sandbox sync understanding",
                "lab           | configuration decision document",
                "sandbox       | "
            })
    void aPackageUsesOnlyWhatItMay(String name, String uses) {
        List<String> allowed = uses == null ? List.of() : Arrays.asList(uses.split(" "));
        String[] forbidden = Stream.of(
                        "action",
                        "api",
                        "book",
                        "bus",
                        "calendar",
                        "command",
                        "configuration",
                        "connector",
                        "console",
                        "conversation",
                        "database",
                        "decision",
                        "document",
                        "identity",
                        "lab",
                        "mapping",
                        "media",
                        "perform",
                        "receive",
                        "reply",
                        "rule",
                        "sandbox",
                        "sync",
                        "understanding",
                        "wecom")
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheBusKnowsKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "bus..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..")
                .check(CLASSES);
    }

    @Test
    void whatDecidesCallsNobody() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "decision..", ROOT + "rule..", ROOT + "reply..", ROOT + "dialog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "javax.net..",
                        "org.apache.hc..",
                        "org.apache.camel.component.http..",
                        "okhttp3..",
                        "org.springframework.web..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "decision..", ROOT + "reply..", ROOT + "dialog..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(org.apache.camel.ProducerTemplate.class)
                .check(CLASSES);
    }

    @Test
    void classifiersOutsideAreAskedBeforeTheTransactionOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "decision..", ROOT + "rule..", ROOT + "reply..", ROOT + "dialog..")
                .and()
                .doNotHaveSimpleName("Comprehension")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "understanding.external..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "understanding..")
                .and()
                .resideOutsideOfPackage(ROOT + "understanding.external..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "understanding.external..", "org.apache.camel..", "org.apache.hc..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(new ArchCondition<>("reside in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                                .orElse(false);
                        if (!marked) {
                            events.add(
                                    SimpleConditionEvent.violated(item, item.getPackageName() + " is not null-marked"));
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void noDrawerForOddsAndEnds() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(CLASSES);
        noFields()
                .that()
                .haveRawType("org.slf4j.Logger")
                .should()
                .haveNameNotMatching("log")
                .check(CLASSES);
    }
}
