package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.identity.IdentityRules;
import com.wecomesb.sync.SyncPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** {@code sync.yaml} and {@code identity.yaml} as the bus reloads them. */
class SyncFilesReloadTest {

    private static final String SYNC = "sync: [{system: crm, conflicts: newest}]";
    private static final String IDENTITY = "certain: 0.9\npossible: 0.5\n";

    @TempDir
    Path folder;

    private RunningConfiguration configuration;

    @BeforeEach
    void start() throws IOException {
        write("sync.yaml", SYNC);
        write("identity.yaml", IDENTITY);
        configuration = RunningConfiguration.start(
                new RoutesFolder(folder, ShippedFiles.ofProduct()),
                Formats.builder(new MockEnvironment(), files -> List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sync.yaml     | sync: [{system: crmm}]                        | 没有配置叫“crmm”的系统",
                "sync.yaml     | sync: [{system: crm, conflicts: latest}]      | 冲突时不能写“latest”",
                "sync.yaml     | sync: ]                                       | 不是合法的 YAML",
                "identity.yaml | certain: 0.4                                  | possible 不能大于 certain",
                "identity.yaml | match: [{by: telephone}]                      | 不能按“telephone”识别",
                "identity.yaml | certain: 90%                                  | certain 要写 0 到 1 之间的数"
            })
    void aBrokenFileIsRefusedWithItsLineAndWhatWasInForceStays(String file, String text, String mistake)
            throws IOException {
        // Given
        Snapshot before = configuration.current();
        write(file, "# 改坏了\n" + text + "\n");
        // When
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes())
                .extracting(Mistake::toString)
                .anyMatch(shown -> shown.startsWith(file + ":2:") && shown.contains(mistake));
        assertThat(configuration.current()).isSameAs(before);
        assertThat(report.inForce()).isEqualTo(before.hash());
    }

    @Test
    void aGoodFileIsInForceAtOnceAlsoAfterABrokenOne() throws IOException {
        // Given
        SyncPlan before = configuration.current().part(SyncPlan.class);
        write("sync.yaml", "sync: [{system: nobody}]");
        configuration.reload();
        // When
        write("sync.yaml", "sync: [{system: crm, conflicts: target}]");
        write("identity.yaml", "certain: 0.95\n");
        ConfigurationReport report = configuration.reload();
        // Then
        assertThat(report.mistakes()).isEmpty();
        assertThat(configuration.current().part(SyncPlan.class)).isNotSameAs(before);
        assertThat(configuration.current().part(IdentityRules.class).certain()).isEqualTo(0.95);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
