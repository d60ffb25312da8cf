package com.wecomesb.connector.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A name and a value of a query or a form. */
public record Parameter(String name, String value) {

    /** All of them as they stand in a query: {@code name=%E7%8E%8B&page=1}. */
    public static String encoded(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    /** A text as part of a path or a query; a space is {@code %20}. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the value: secrets and what customers wrote are among them. */
    @Override
    public String toString() {
        return name;
    }
}
