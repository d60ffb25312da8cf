package com.wecomesb.configuration.flow;

import com.wecomesb.document.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Camel files of a snapshot.
 *
 * @param product {@code errors.camel.yaml} first, then the shipped flows and the company's versions of them; in force
 *     from the start to the end of the process
 * @param company the company's own flows, replaced at a reload
 * @param kamelets the connectors, replaced at a reload
 */
public record Flows(List<SourceFile> product, List<SourceFile> company, List<SourceFile> kamelets) {

    public static final String ERRORS = "errors.camel.yaml";

    /** The texts of the Kamelets by their names, {@code rest-ticket-create-action}. */
    public Map<String, String> kameletsByName() {
        Map<String, String> texts = new TreeMap<>();
        kamelets.forEach(
                file -> texts.put(file.path().replaceFirst(".*/", "").replace(".kamelet.yaml", ""), file.text()));
        return texts;
    }

    /** Text by path, Kamelets first: the flows use them. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        kamelets.forEach(file -> texts.put(file.path(), file.text()));
        product.forEach(file -> texts.put(file.path(), file.text()));
        company.forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }

    static Map<String, String> byPath(List<SourceFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.put(file.path(), file.text()));
        return texts;
    }
}
