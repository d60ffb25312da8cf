package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.mapping.path.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a line's value comes from, as it was read. */
sealed interface Origin {

    /** The source path for people; null for what has none. */
    @Nullable
    String text();

    /** {@code from}: a path, or several of which the first that has a value counts. */
    record Places(List<Path> paths) implements Origin {

        @Override
        public String text() {
            return paths.stream().map(Path::text).collect(Collectors.joining(" | "));
        }
    }

    /** {@code all}: the values of several paths as one list. */
    record All(List<Path> paths) implements Origin {

        @Override
        public String text() {
            return paths.stream().map(Path::text).collect(Collectors.joining(" + "));
        }
    }

    /** {@code value}. */
    record Constant(JsonNode value) implements Origin {

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** {@code text}: a Liquid template. */
    record Text(TextTemplate template) implements Origin {

        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** {@code jslt}: an expression. */
    record Expression(JsltExpression expression) implements Origin {

        @Override
        public @Nullable String text() {
            return null;
        }
    }
}
