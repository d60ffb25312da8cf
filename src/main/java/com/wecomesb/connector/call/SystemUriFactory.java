package com.wecomesb.connector.call;

import com.wecomesb.connector.expression.WrittenOptions;
import java.util.Set;

/** The options of {@code system:} that are paths and expressions. */
public final class SystemUriFactory extends WrittenOptions {

    public SystemUriFactory() {
        super(
                "system",
                Set.of(
                        "path",
                        "query",
                        "headers",
                        "body",
                        "form",
                        "multipart",
                        "file",
                        "success",
                        "answer",
                        "confirm",
                        "carries",
                        "ifMatch"),
                Set.of("name", "method", "effect", "missing", "etag"));
    }
}
