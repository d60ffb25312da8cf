package com.wecomesb.wecom.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to WeCom and what its answer, or the lack of one, means. */
final class ApiExchange {

    private static final Logger log = LoggerFactory.getLogger(ApiExchange.class);
    private static final int HTTP_OK = 200;
    private static final int HTTP_SERVER_ERROR = 500;
    private static final int LONGEST_ERROR = 4096;

    private final ObjectMapper json = new ObjectMapper();
    private final ErrcodeTable table = ErrcodeTable.published();
    private final WecomHttp http;
    private final ApiDiary diary;

    ApiExchange(WecomHttp http, ApiDiary diary) {
        this.http = http;
        this.diary = diary;
    }

    /**
     * What WeCom has answered.
     *
     * @param reason for a person, in Chinese
     * @param address ours, where WeCom names it
     */
    record Answer(
            JsonNode content,
            Errcode errcode,
            String reason,
            @Nullable String address) {

        boolean refusesToken() {
            return errcode.outcome() == CallOutcome.REFRESH_TOKEN;
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Answer[" + errcode.code() + "]";
        }
    }

    /**
     * Sends a call and classifies the answer; every errcode is an answer.
     *
     * @param query of the URL, with what authorises the call
     * @throws WecomCallFailed when there is no answer of WeCom: RETRY_LATER where the call can be repeated, UNKNOWN where
     *     it may have been carried out, PERMANENT for a read whose answer is too large
     */
    Answer send(ApiCall call, Map<String, String> query, Deadline deadline) {
        WecomHttp.Answer answer;
        try {
            answer = http.send(call.path(), encoded(query), contentOf(call), deadline);
        } catch (RequestNotSent failure) {
            throw unanswered(call, CallOutcome.RETRY_LATER, "连接不上企业微信,请检查网络、代理和 DNS", failure);
        } catch (AnswerTooLarge failure) {
            CallOutcome outcome = call.isRead() ? CallOutcome.PERMANENT : CallOutcome.UNKNOWN;
            throw unanswered(call, outcome, "企业微信的应答过大(esb.wecom.http.answer-limit)", failure);
        } catch (AnswerMissing failure) {
            throw unanswered(call, repeatable(call), "企业微信没有在时限内应答", failure);
        }
        if (answer.status() != HTTP_OK) {
            boolean temporary = answer.status() >= HTTP_SERVER_ERROR;
            throw unanswered(
                    call,
                    temporary ? repeatable(call) : CallOutcome.CONFIGURATION,
                    "企业微信(或中间的代理)返回 HTTP " + answer.status(),
                    null);
        }
        return classified(call, parsed(call, answer.body()));
    }

    private Answer classified(ApiCall call, JsonNode content) {
        Errcode errcode = table.of(content.path("errcode").asInt(0));
        String address = Errcode.addressIn(content.path("errmsg").asText(""));
        if (!errcode.known()) {
            log.atWarn()
                    .addKeyValue("app", call.app())
                    .addKeyValue("path", call.path())
                    .addKeyValue("errcode", errcode.code())
                    .log("WeCom answered with an error code that the table does not have; the call counts as refused");
        }
        return new Answer(content, errcode, errcode.reason(address), address);
    }

    private JsonNode parsed(ApiCall call, byte[] body) {
        try {
            JsonNode content = call.isDownload() ? fileOrError(body) : json.readTree(body);
            if (content != null && (content.isObject() || content.isBinary())) {
                return content;
            }
        } catch (IOException notJson) {
            // Its message quotes the answer: it is left out of the failure below.
        }
        throw unanswered(call, repeatable(call), "企业微信(或中间的代理)返回的不是 JSON", null);
    }

    /** A file may be JSON, too: an error is a short one with an errcode. */
    private JsonNode fileOrError(byte[] body) throws IOException {
        boolean mayBeError = body.length <= LONGEST_ERROR && body.length > 0 && body[0] == '{';
        if (mayBeError && new String(body, StandardCharsets.UTF_8).contains("\"errcode\"")) {
            return json.readTree(body);
        }
        return BinaryNode.valueOf(body);
    }

    /** As a string first: written to bytes directly, Jackson escapes what lies beyond the BMP, which WeCom refuses. */
    private WecomHttp.@Nullable Content contentOf(ApiCall call) {
        if (call.upload() != null) {
            return new WecomHttp.Content(call.upload().body(), Upload.contentType());
        }
        JsonNode body = call.body();
        try {
            return body == null
                    ? null
                    : new WecomHttp.Content(
                            json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8), "application/json");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CallOutcome repeatable(ApiCall call) {
        return call.isRead() ? CallOutcome.RETRY_LATER : CallOutcome.UNKNOWN;
    }

    private WecomCallFailed unanswered(ApiCall call, CallOutcome outcome, String reason, @Nullable Throwable cause) {
        diary.note(call, WecomCallFailed.NO_ERRCODE, outcome, reason, null);
        return new WecomCallFailed(call.app(), call.path(), WecomCallFailed.NO_ERRCODE, outcome, null, reason, cause);
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
