package com.wecomesb.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The reference of settings is complete. */
class SettingsReferenceTest {

    @Test
    void namesEverySetting() throws IOException {
        // Given
        String reference = Files.readString(Path.of("docs/reference/settings.md"));

        // When
        List<String> missing = new ArrayList<>();
        for (JavaClass settings : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("com.wecomesb")) {
            if (settings.isAnnotatedWith(ConfigurationProperties.class)) {
                missing.addAll(missing(settings.reflect(), reference));
            }
        }

        // Then
        assertThat(missing).isEmpty();
    }

    private static List<String> missing(Class<?> settings, String reference) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        List<String> missing = new ArrayList<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (!reference.contains("`" + name + "`") && !reference.contains("`" + name + ".")) {
                missing.add(name);
            }
        }
        return missing;
    }
}
