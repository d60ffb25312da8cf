package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.OptionMistaken;
import com.wecomesb.connector.expression.PathTemplate;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Multipart;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The request of an endpoint before its values are known. */
record RequestTemplate(
        Optional<PathTemplate> method,
        PathTemplate path,
        Optional<Jslt> query,
        Optional<Jslt> headers,
        Optional<Jslt> body,
        Optional<Jslt> form,
        Optional<Jslt> multipart,
        Optional<Jslt> file,
        Optional<Jslt> ifMatch) {

    RequestTemplate {
        List<Jslt> contents =
                Stream.of(body, form, multipart, file).flatMap(Optional::stream).toList();
        if (contents.size() > 1) {
            throw new OptionMistaken(contents.get(1).text(), "body、form、multipart、file 只能写其中一个,一次请求只带一样东西");
        }
    }

    /** A request that sends JSON at most. */
    static RequestTemplate of(Optional<String> method, PathTemplate path, Optional<Jslt> body) {
        Optional<Jslt> none = Optional.empty();
        return new RequestTemplate(method.map(PathTemplate::parse), path, none, none, body, none, none, none, none);
    }

    /** Throws {@link ConnectorFailed} when a value does not fit its place. */
    HttpCall fill(String url, Scope scope) {
        Payload payload = payload(scope);
        List<Parameter> parameters = query.map(expression -> Members.parameters("query", value(expression, scope)))
                .orElse(List.of());
        return new HttpCall(
                method.map(said -> said.fill(scope.body(), scope.variables()))
                        .orElse(payload.equals(Payload.NOTHING) ? "GET" : "POST"),
                url + path.fill(scope.body(), scope.variables()),
                parameters,
                headers(scope),
                payload);
    }

    private Payload payload(Scope scope) {
        if (body.isPresent()) {
            return new Payload.Json(value(body.get(), scope));
        }
        if (form.isPresent()) {
            return new Payload.Form(Members.parameters("form", value(form.get(), scope)));
        }
        if (file.isPresent()) {
            return Members.file(value(file.get(), scope));
        }
        return multipart
                .<Payload>map(expression -> new Multipart(Members.parts(value(expression, scope))))
                .orElse(Payload.NOTHING);
    }

    private Map<String, String> headers(Scope scope) {
        Map<String, String> sent = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.map(expression -> Members.parameters("headers", value(expression, scope)))
                .orElse(List.of())
                .forEach(header -> {
                    checkHeader(header);
                    sent.keySet().removeIf(header.name()::equalsIgnoreCase);
                    sent.put(header.name(), header.value());
                });
        ifMatch.map(expression -> value(expression, scope))
                .filter(version -> !version.isNull() && !version.asText("").isEmpty())
                .ifPresent(version -> sent.put("If-Match", version.asText()));
        return sent;
    }

    private static void checkHeader(Parameter header) {
        if (header.value().chars().anyMatch(Character::isISOControl)) {
            throw new ConnectorFailed(Kind.PERMANENT, "请求头 " + header.name() + " 的值里有控制字符");
        }
    }

    private static JsonNode value(Jslt expression, Scope scope) {
        return expression.of(scope.body(), scope.variables());
    }
}
