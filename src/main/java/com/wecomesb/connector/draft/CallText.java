package com.wecomesb.connector.draft;

import com.wecomesb.connector.http.Parameter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a call as they are written in a step. What was pasted may be a customer's: of values only words of a program stay. */
final class CallText {

    private static final Pattern ID = Pattern.compile("(?i)(?!v[0-9]{1,2}$)([0-9]+|[0-9a-f-]{16,}|[a-z]{1,4}-?[0-9]+)");
    private static final Predicate<String> OF_A_PROGRAM =
            Pattern.compile("true|false|[0-9.]{1,4}|[a-z][a-z_.-]{0,19}").asMatchPredicate();

    private final CurlCall call;

    CallText(CurlCall call) {
        this.call = call;
    }

    /** As it was pasted. */
    String path() {
        return call.path();
    }

    /** Whether the path ends with what looks like a record's id. */
    boolean isOfRecord() {
        return ID.matcher(lastPart()).matches();
    }

    /** The path of all records: without the id at its end. */
    String listPath() {
        return isOfRecord() ? call.path().substring(0, call.path().lastIndexOf('/')) : call.path();
    }

    /** With what stands between the braces instead of the first id in the path. */
    String pathOf(String id) {
        StringBuilder path = new StringBuilder();
        boolean replaced = false;
        for (String part : call.path().substring(1).split("/", 0)) {
            boolean is = !replaced && ID.matcher(part).matches();
            path.append('/').append(is ? "{" + id + "}" : part);
            replaced |= is;
        }
        return path.toString();
    }

    private String lastPart() {
        return call.path().substring(call.path().lastIndexOf('/') + 1);
    }

    String method() {
        return call.method().equals("POST") ? "" : "method: " + call.method();
    }

    /** What every call sends, and after it the names of what was left out. */
    String constants() {
        List<Parameter> words = call.query().stream()
                .filter(parameter -> OF_A_PROGRAM.test(parameter.value()))
                .toList();
        String query = words.isEmpty() ? "" : "query: " + quoted(object(words));
        return lines(leftOut(), query, headers());
    }

    /** The criteria, and what every search sends. */
    String criteria() {
        List<Parameter> words = call.query().stream()
                .filter(parameter -> OF_A_PROGRAM.test(parameter.value()))
                .toList();
        String criteria = words.isEmpty() ? "$document" : "$document + " + object(words);
        return lines(leftOut(), "query: " + quoted(criteria), headers());
    }

    private String leftOut() {
        String names = call.query().stream()
                .filter(parameter -> !OF_A_PROGRAM.test(parameter.value()))
                .map(Parameter::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "# CHANGE: left out of the query, its value may be a customer's: " + names;
    }

    String headers() {
        List<Parameter> own = call.headers().stream()
                .filter(header ->
                        !header.name().matches("(?i)content-type|accept|user-agent|content-length|host|cookie"))
                .toList();
        return own.isEmpty() ? "" : "headers: " + quoted(object(own));
    }

    String sent(String expression) {
        return call.sent().isNull() ? "" : (call.isForm() ? "form: " : "body: ") + quoted(expression);
    }

    private static String lines(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String object(List<Parameter> members) {
        return members.stream()
                .map(member -> "\"" + escaped(member.name()) + "\": \"" + escaped(member.value()) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String quoted(String expression) {
        return "'" + expression.replace("'", "''") + "'";
    }
}
