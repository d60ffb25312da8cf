package com.wecomesb.understanding.external;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The classifiers that the settings ask for: the endpoint before the model. */
@Configuration(proxyBeanMethods = false)
class ExternalClassifierBeans {

    private static final String RUNTIME = "ai.onnxruntime.OrtEnvironment";

    @Bean
    ExternalClassifiers externalClassifiers(
            HttpClassifierSettings http,
            OnnxSettings onnx,
            ObjectProvider<CamelContext> camel,
            ObjectProvider<MeterRegistry> meters) {
        List<Classifier> classifiers = new ArrayList<>();
        if (http.isConfigured()) {
            classifiers.add(new HttpClassifier(http, camel.getObject()));
        }
        if (onnx.isConfigured()) {
            classifiers.add(model(onnx));
        }
        return new ExternalClassifiers(classifiers, meters.getObject());
    }

    private static Classifier model(OnnxSettings onnx) {
        try {
            Class.forName(RUNTIME, false, ExternalClassifierBeans.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "esb.understanding.onnx.model is set, but ONNX Runtime is not on the class path;"
                            + " see docs/how-to/understand-customers.md",
                    missing);
        }
        WordPieces pieces = new WordPieces(lines("vocab", onnx.vocab()));
        List<String> labels = lines("labels", onnx.labels()).stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        return new OnnxClassifier(onnx, pieces, labels);
    }

    private static List<String> lines(String setting, String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException exception) {
            throw new IllegalStateException(
                    "esb.understanding.onnx." + setting + ": the file cannot be read", exception);
        }
    }
}
