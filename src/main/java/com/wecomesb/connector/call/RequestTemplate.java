package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.PathTemplate;
import com.wecomesb.connector.http.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request of an endpoint before its values are known. */
record RequestTemplate(
        Optional<String> method,
        PathTemplate path,
        Optional<Jslt> query,
        Optional<Jslt> headers,
        Optional<Jslt> body,
        Optional<Jslt> form,
        Optional<Jslt> ifMatch) {

    /** Throws {@link ConnectorFailed} when a value does not fit its place. */
    HttpCall fill(String url, Scope scope) {
        String filledPath = path.fill(scope.body(), scope.variables());
        String parameters = query.map(expression -> encoded(members("query", expression, scope)))
                .orElse("");
        String separator = parameters.isEmpty() ? "" : filledPath.indexOf('?') < 0 ? "?" : "&";
        boolean sends = body.isPresent() || form.isPresent();
        HttpCall call = new HttpCall(
                method.orElse(sends ? "POST" : "GET"), url + filledPath + separator + parameters, headers(scope), null);
        if (body.isPresent()) {
            String json = body.get().of(scope.body(), scope.variables()).toString();
            return sending(call, "application/json", json);
        }
        return form.map(expression ->
                        sending(call, "application/x-www-form-urlencoded", encoded(members("form", expression, scope))))
                .orElse(call);
    }

    private static HttpCall sending(HttpCall call, String type, String text) {
        HttpCall typed = call.headers().keySet().stream().anyMatch("Content-Type"::equalsIgnoreCase)
                ? call
                : call.withHeader("Content-Type", type);
        return new HttpCall(typed.method(), typed.url(), typed.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> headers(Scope scope) {
        Map<String, String> sent = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.ifPresent(expression -> members("headers", expression, scope).forEach(member -> {
            if (member.value().chars().anyMatch(Character::isISOControl)) {
                throw new ConnectorFailed(Kind.PERMANENT, "请求头 " + member.name() + " 的值里有控制字符");
            }
            sent.keySet().removeIf(member.name()::equalsIgnoreCase);
            sent.put(member.name(), member.value());
        }));
        ifMatch.map(expression -> expression.of(scope.body(), scope.variables()).asText(""))
                .filter(version -> !version.isEmpty() && !version.equals("null"))
                .ifPresent(version -> sent.put("If-Match", version));
        return sent;
    }

    private static List<Member> members(String option, Jslt expression, Scope scope) {
        JsonNode object = expression.of(scope.body(), scope.variables());
        if (!object.isObject() && !object.isNull()) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 要得出一个对象");
        }
        List<Member> members = new ArrayList<>();
        object.properties().forEach(property -> {
            Iterable<JsonNode> values =
                    property.getValue().isArray() ? property.getValue() : List.of(property.getValue());
            for (JsonNode value : values) {
                if (value.isContainerNode()) {
                    throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 的 " + property.getKey() + " 要是文字或数字");
                }
                if (!value.isNull()) {
                    members.add(new Member(property.getKey(), value.asText()));
                }
            }
        });
        return members;
    }

    private static String encoded(List<Member> members) {
        List<String> pairs = new ArrayList<>();
        members.forEach(member -> pairs.add(encoded(member.name()) + "=" + encoded(member.value())));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Member(String name, String value) {}
}
