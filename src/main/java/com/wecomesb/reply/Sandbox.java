package com.wecomesb.reply;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.filters.Filter;
import liqp.filters.Filters;
import liqp.parser.Flavor;

/** Liquid as far as templates may go: no files, no endless loops, no giant texts. */
final class Sandbox {

    /** The most that a template and what is rendered from it may have; WeCom takes 2048 bytes in a message. */
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_ROUNDS = 1000;

    static final TemplateParser PARSER = parser();

    private Sandbox() {}

    private static TemplateParser parser() {
        TemplateParser.Builder builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQP)
                .withMaxIterations(MAX_ROUNDS)
                .withMaxSizeRenderedString(MAX_CHARACTERS)
                .withNameResolver(name -> {
                    throw new IOException("Templates do not read files");
                });
        Filters.DEFAULT_FILTERS.values().stream().map(Bounded::new).forEach(builder::withFilter);
        Stream.concat(BusinessFilters.all().stream(), Stream.of(new Truncate())).forEach(builder::withFilter);
        return builder.build();
    }

    /** A filter whose text is limited: {@code append} in a loop would double it with every round. */
    private static final class Bounded extends Filter {

        private final Filter filter;

        Bounded(Filter filter) {
            super(filter.name);
            this.filter = filter;
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            Object result = filter.apply(value, context, parameters);
            if (result instanceof CharSequence text && text.length() > MAX_CHARACTERS) {
                throw new IllegalStateException("text grows too long");
            }
            return result;
        }
    }

    /** {@code truncate: 30}: at most so many characters, with the dots that stand for the rest; emoji are never halved. */
    private static final class Truncate extends Filter {

        private static final int DEFAULT_LENGTH = 50;

        Truncate() {
            super("truncate");
        }

        @Override
        public Object apply(Object value, TemplateContext context, Object... parameters) {
            String text = asString(value, context);
            int length = parameters.length == 0
                    ? DEFAULT_LENGTH
                    : asNumber(parameters[0]).intValue();
            String dots = parameters.length < 2 ? "..." : asString(parameters[1], context);
            if (text.codePointCount(0, text.length()) <= length) {
                return text;
            }
            int kept = Math.max(0, length - dots.codePointCount(0, dots.length()));
            return text.substring(0, text.offsetByCodePoints(0, kept)) + dots;
        }
    }

    static List<String> filterNames() {
        return PARSER.filters.getMap().keySet().stream().sorted().toList();
    }
}
