package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import com.wecomesb.sandbox.Switch;
import com.wecomesb.sandbox.Switches;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The door of the simulated WeCom API: access token, frequency, JSON; then the call by its path. Business errors have
 * the status 200, as WeCom's have.
 */
@Simulated
public class WecomDoor implements SandboxRoutes {

    private static final String ROOT = "/sandbox/wecom/cgi-bin/";
    private static final int LONGEST_BODY = 2 << 20;

    private final Map<String, ApiCall> calls;
    private final GetToken getToken;
    private final AccessTokens tokens;
    private final Switches switches;
    private final Frequency base;
    private final ErrorText errors;
    private final ObjectMapper json;
    private final AtomicLong throttled = new AtomicLong();

    WecomDoor(
            List<ApiCall> calls,
            GetToken getToken,
            AccessTokens tokens,
            Switches switches,
            SandboxSettings settings,
            SandboxTime time,
            ErrorText errors,
            ObjectMapper json) {
        this.calls = calls.stream().collect(Collectors.toMap(ApiCall::path, Function.identity()));
        this.getToken = getToken;
        this.tokens = tokens;
        this.switches = switches;
        this.base = new Frequency(
                settings.limits().basePerMinute(), settings.limits().basePerHour(), true, time);
        this.errors = errors;
        this.json = json;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .path(ROOT + "**", door -> door.GET(this::answer).POST(this::answer))
                .build();
    }

    private ServerResponse answer(ServerRequest request) throws IOException {
        HttpServletRequest http = request.servletRequest();
        String path = http.getRequestURI().substring(ROOT.length());
        ApiCall call = calls.get(path);
        if (call == null && !path.equals(GetToken.PATH)) {
            return ServerResponse.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("404 page not found");
        }
        ApiAnswer answer = call == null ? getToken.answer(http) : checked(call, http, posted(http));
        return written(answer, http.getRemoteAddr());
    }

    /** Read before any parameter is asked for: whatever its type is called, it is JSON, and must not be taken for a form. */
    private static byte[] posted(HttpServletRequest http) throws IOException {
        boolean isUpload =
                http.getContentType() != null && http.getContentType().startsWith("multipart/");
        return isUpload ? new byte[0] : http.getInputStream().readNBytes(LONGEST_BODY);
    }

    private ApiAnswer checked(ApiCall call, HttpServletRequest http, byte[] raw) throws IOException {
        String parameter = http.getParameter("access_token");
        String token = parameter == null ? "" : parameter;
        Errcode fault = tokens.fault(token);
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        if (isTooMuch(call)) {
            throttled.incrementAndGet();
            return ApiAnswer.error(Errcode.THROTTLED);
        }
        ObjectNode body = parsed(raw);
        return body == null
                ? ApiAnswer.error(Errcode.WRONG_JSON)
                : call.answer(new ApiRequest(tokens.owner(token), body, raw, http));
    }

    private boolean isTooMuch(ApiCall call) {
        boolean isThrottled = switches.of(SimulatedSystem.WECOM).mode() == Switch.Mode.THROTTLED;
        return (call.sends() && isThrottled) || (call.counts() && !base.admits(call.path()));
    }

    private @Nullable ObjectNode parsed(byte[] raw) throws IOException {
        if (raw.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return json.readTree(raw) instanceof ObjectNode body ? body : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private ServerResponse written(ApiAnswer answer, String caller) {
        if (answer instanceof ApiAnswer.File file) {
            return ServerResponse.ok()
                    .contentType(MediaType.parseMediaType(file.contentType()))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name())
                                    .build()
                                    .toString())
                    .body(file.content());
        }
        ApiAnswer.Result result = (ApiAnswer.Result) answer;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("errcode", result.code().code());
        body.put("errmsg", errors.of(result.code(), caller));
        body.setAll(result.fields());
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** How many calls were answered with 45009. */
    public long throttled() {
        return throttled.get();
    }

    /** Forgets what was counted. */
    public void reset() {
        base.reset();
        getToken.reset();
        throttled.set(0);
    }
}
