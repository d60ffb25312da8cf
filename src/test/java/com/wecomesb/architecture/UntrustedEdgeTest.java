package com.wecomesb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.ServletRequest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What strangers send is read as raw bytes in one place only, which bounds and verifies it. */
class UntrustedEdgeTest {

    private static final Set<String> BODY = Set.of("getInputStream", "getReader", "getParts", "getPart");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.wecomesb");

    @Test
    void onlyTheCallbackTheWebhooksAndTheSimulatorsReadRawBodies() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "com.wecomesb.wecom.callback..", "com.wecomesb.connector.webhook..", "com.wecomesb.sandbox..")
                .should()
                .callMethodWhere(describe("the body of a request is read", UntrustedEdgeTest::readsBody))
                .check(CLASSES);
    }

    private static boolean readsBody(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(ServletRequest.class)
                && BODY.contains(call.getTarget().getName());
    }
}
