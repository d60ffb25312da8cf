package com.wecomesb.connector;

/** A setting that is meant as it is written, whatever characters it has. Camel would look for placeholders in a text. */
public record Verbatim(String value) {

    @Override
    public String toString() {
        return "Verbatim";
    }
}
