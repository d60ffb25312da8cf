package com.wecomesb.sandbox.kf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.RunningSandbox;
import com.wecomesb.sandbox.SandboxDefaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The API of the simulated 微信客服: pulling, answering, session states, with the limits that the real one has. */
class KfApiIT {

    private static final String CUSTOMER = SandboxDefaults.CUSTOMER;

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start(
                "esb.sandbox.limits.empty-page-every=0", "esb.sandbox.limits.tokenless-syncs-per-minute=8");
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
        // A window of its own for the limit of pulling without a token.
        sandbox.advance(Duration.ofMinutes(2));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static JsonNode sync(Map<String, Object> fields) {
        Map<String, Object> request = new HashMap<>(fields);
        request.put("open_kfid", SandboxDefaults.KF_ACCOUNT);
        return sandbox.wecom("kf/sync_msg", request);
    }

    private static JsonNode send(Map<String, Object> change) {
        Map<String, Object> request = new HashMap<>();
        request.put("touser", CUSTOMER);
        request.put("open_kfid", SandboxDefaults.KF_ACCOUNT);
        request.put("msgtype", "text");
        request.put("text", Map.of("content", "七天内可无理由退换"));
        request.putAll(change);
        return sandbox.wecom("kf/send_msg", request);
    }

    private static JsonNode move(int state, String servicer) {
        return sandbox.wecom(
                "kf/service_state/trans",
                Map.of(
                        "open_kfid", SandboxDefaults.KF_ACCOUNT,
                        "external_userid", CUSTOMER,
                        "service_state", state,
                        "servicer_userid", servicer));
    }

    private static JsonNode sendOn(String code, String text) {
        return sandbox.wecom(
                "kf/send_msg_on_event", Map.of("code", code, "msgtype", "text", "text", Map.of("content", text)));
    }

    private static int state() {
        return sandbox.look("/chats/" + CUSTOMER).path("serviceState").asInt();
    }

    private static int errcode(JsonNode answer) {
        return answer.path("errcode").asInt();
    }

    @Test
    void givesMessagesPageByPage() {
        // Given
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(sandbox.customerWrites("第" + i + "条"));
        }

        // When
        JsonNode first = sync(Map.of("limit", 3));
        JsonNode second =
                sync(Map.of("limit", 3, "cursor", first.path("next_cursor").asText()));
        JsonNode third =
                sync(Map.of("limit", 3, "cursor", second.path("next_cursor").asText()));

        // Then
        List<String> pulled = new ArrayList<>(first.path("msg_list").findValuesAsText("msgid"));
        pulled.addAll(second.path("msg_list").findValuesAsText("msgid"));
        assertThat(pulled).isEqualTo(written);
        assertThat(first.path("has_more").asInt()).isEqualTo(1);
        assertThat(second.path("has_more").asInt()).isZero();
        assertThat(third.path("msg_list")).isEmpty();
    }

    @Test
    void keepsMessagesForThreeDays() {
        // Given
        sandbox.customerWrites("四天前");
        sandbox.advance(Duration.ofDays(4));
        String fresh = sandbox.customerWrites("刚才");

        // When
        JsonNode page = sync(Map.of());

        // Then
        assertThat(page.path("msg_list").findValuesAsText("msgid")).containsExactly(fresh);
    }

    @Test
    void hidesWhatTheApiSentAndShowsWhatServicersWrote() {
        // Given
        sandbox.customerWrites("人工");
        send(Map.of());
        move(3, "zhangsan");
        sandbox.control("POST", "/servicers/zhangsan/messages", Map.of("customer", CUSTOMER, "text", "您好,我是张三"));

        // When
        JsonNode messages = sync(Map.of()).path("msg_list");

        // Then
        assertThat(messages.findValuesAsText("origin")).containsExactly("3", "5");
        assertThat(messages.path(1).path("servicer_userid").asText()).isEqualTo("zhangsan");
    }

    @Test
    void refusesInventedTokensAndCursors() {
        // When / Then
        assertThat(errcode(sync(Map.of("token", "ENCinvented")))).isEqualTo(95007);
        assertThat(errcode(sync(Map.of("cursor", "invented")))).isEqualTo(50100);
        assertThat(errcode(sync(Map.of("limit", 1001)))).isEqualTo(40035);
    }

    @Test
    void limitsPullingWithoutAToken() {
        // When
        for (int i = 0; i < 8; i++) {
            assertThat(errcode(sync(Map.of()))).isZero();
        }

        // Then
        assertThat(errcode(sync(Map.of()))).isEqualTo(45009);
    }

    @Test
    void tellsUnknownAccountsApart() {
        // When / Then
        assertThat(errcode(send(Map.of("open_kfid", "")))).isEqualTo(60251);
        assertThat(errcode(send(Map.of("open_kfid", "kf1")))).isEqualTo(95000);
        assertThat(errcode(send(Map.of("open_kfid", "wkOther")))).isEqualTo(95004);
    }

    static Stream<Arguments> refusals() {
        Map<String, Object> click = Map.of("type", "click", "click", Map.of("id", "1", "content", "好"));
        return Stream.of(
                argumentSet("unknown customer", Map.of("touser", "wmNobody"), 40096),
                argumentSet("msgid of 33 bytes", Map.of("msgid", "x".repeat(33)), 40035),
                argumentSet("msgid with a dot", Map.of("msgid", "a.b"), 40035),
                argumentSet("empty text", Map.of("text", Map.of("content", "")), 44004),
                argumentSet("unknown type", Map.of("msgtype", "textcard"), 40008),
                argumentSet("media that is not there", media("gone"), 40007),
                argumentSet("eleven menu items", menu(Collections.nCopies(11, click)), 95008),
                argumentSet("menu item of no type", menu(List.of(Map.of("type", "dance"))), 95009),
                argumentSet(
                        "link without scheme",
                        Map.of("msgtype", "link", "link", Map.of("title", "t", "url", "work.weixin.qq.com")),
                        40035));
    }

    private static Map<String, Object> media(String id) {
        return Map.of("msgtype", "image", "image", Map.of("media_id", id));
    }

    private static Map<String, Object> menu(List<?> items) {
        return Map.of("msgtype", "msgmenu", "msgmenu", Map.of("head_content", "满意吗?", "list", items));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWithItsCode(Map<String, Object> change, int errcode) {
        // Given
        sandbox.customerWrites("在吗");

        // When
        JsonNode answer = send(change);

        // Then
        assertThat(errcode(answer)).isEqualTo(errcode);
        assertThat(sandbox.count("sent")).isZero();
    }

    @Test
    void allowsFiveMessagesForEachOfTheCustomers() {
        // Given
        sandbox.customerWrites("在吗");
        for (int i = 0; i < 5; i++) {
            assertThat(errcode(send(Map.of()))).isZero();
        }

        // When
        int sixth = errcode(send(Map.of()));
        sandbox.customerWrites("还在吗");
        int next = errcode(send(Map.of()));

        // Then
        assertThat(sixth).isEqualTo(95001);
        assertThat(next).isZero();
    }

    @Test
    void allowsNoMessageAfter48Hours() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        sandbox.advance(Duration.ofHours(48).plusSeconds(1));

        // Then
        assertThat(errcode(send(Map.of()))).isEqualTo(95002);
    }

    @Test
    void refusesAMessageIdThatWasUsedEvenWhenNothingMoreMayBeSent() {
        // Given
        sandbox.customerWrites("在吗");
        for (int i = 0; i < 5; i++) {
            send(Map.of("msgid", "action-" + i));
        }

        // When
        int repeated = errcode(send(Map.of("msgid", "action-4")));

        // Then
        assertThat(repeated).isEqualTo(95033);
        assertThat(sandbox.count("delivered")).isEqualTo(5);
    }

    @Test
    void keepsAMessageIdFreeWhenTheMessageWasRefused() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");
        int refused = errcode(send(Map.of("msgid", "action-1")));
        move(4, "");
        sandbox.customerWrites("还在吗");

        // When
        int sent = errcode(send(Map.of("msgid", "action-1")));

        // Then
        assertThat(refused).isEqualTo(95018);
        assertThat(sent).isZero();
    }

    @Test
    void cutsATextAfter2048Bytes() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        send(Map.of("text", Map.of("content", "😀".repeat(600))));

        // Then
        assertThat(sandbox.look("/chats/" + CUSTOMER)
                        .path("messages")
                        .path(1)
                        .path("text")
                        .asText())
                .isEqualTo("😀".repeat(512));
    }

    @Test
    void refusesSendingWhileAPersonServes() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");
        sandbox.control("POST", "/servicers/lisi/take", Map.of("customer", CUSTOMER));

        // When / Then
        assertThat(errcode(send(Map.of()))).isEqualTo(95018);
        assertThat(state()).isEqualTo(3);
    }

    @Test
    void refusesTransitionsThatDoNotExist() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");

        // When / Then
        assertThat(errcode(move(1, ""))).isEqualTo(95016);
        assertThat(errcode(move(3, ""))).isEqualTo(40003);
        assertThat(errcode(move(3, "wangwu"))).isEqualTo(95014);
        assertThat(errcode(move(7, ""))).isEqualTo(40035);
        assertThat(errcode(move(4, ""))).isZero();
        assertThat(errcode(move(2, ""))).isEqualTo(95013);
    }

    @Test
    void givesNoCustomerToAServicerWhoHasStopped() {
        // Given
        sandbox.customerWrites("人工");
        sandbox.control("PUT", "/servicers/lisi", Map.of("serving", false));

        // When / Then
        assertThat(errcode(move(3, "lisi"))).isEqualTo(95019);
        assertThat(errcode(move(3, "zhangsan"))).isZero();
    }

    @Test
    void sendsOneWordWithTheCodeOfATransition() {
        // Given
        sandbox.customerWrites("人工");
        String code = move(2, "").path("msg_code").asText();

        // When
        int first = errcode(sendOn(code, "正在为您转接人工"));
        int second = errcode(sendOn(code, "正在为您转接人工"));

        // Then
        assertThat(first).isZero();
        assertThat(second).isEqualTo(41050);
    }

    @Test
    void welcomesWithin20SecondsAndOnceIn48Hours() {
        // Given
        enter();
        String code = welcomeCode();
        sandbox.advance(Duration.ofSeconds(21));

        // When
        int late = errcode(sendOn(code, "欢迎光临"));
        enter();
        int welcomes =
                sync(Map.of()).path("msg_list").findValues("welcome_code").size();

        // Then
        assertThat(late).isEqualTo(41050);
        assertThat(welcomes).isEqualTo(1);
    }

    private static void enter() {
        sandbox.control("POST", "/customers/" + CUSTOMER + "/enter", Map.of());
    }

    private static String welcomeCode() {
        return sync(Map.of()).path("msg_list").findValue("welcome_code").asText();
    }

    @Test
    void tellsWhatServicersDoAsEvents() {
        // Given
        sandbox.customerWrites("人工");
        move(2, "");

        // When
        sandbox.control("POST", "/servicers/zhangsan/take", Map.of("customer", CUSTOMER));
        sandbox.control("POST", "/servicers/zhangsan/transfer", Map.of("customer", CUSTOMER, "to", "lisi"));
        sandbox.control("POST", "/servicers/lisi/end", Map.of("customer", CUSTOMER));
        sandbox.control("POST", "/servicers/lisi/messages", Map.of("customer", CUSTOMER, "text", "还有一句"));

        // Then
        JsonNode messages = sync(Map.of()).path("msg_list");
        assertThat(messages.findValuesAsText("change_type")).containsExactly("1", "2", "3", "4");
        assertThat(messages.path(1).has("external_userid")).isFalse();
        assertThat(state()).isEqualTo(3);
    }

    @Test
    void endsASessionAfter48Hours() {
        // Given
        sandbox.customerWrites("在吗");
        sandbox.advance(Duration.ofHours(47));
        sandbox.customerWrites("还在吗");

        // When
        sandbox.advance(Duration.ofHours(2));

        // Then
        assertThat(state()).isEqualTo(4);
        assertThat(errcode(send(Map.of()))).isEqualTo(95018);
    }

    @Test
    void knowsCustomersFor48Hours() {
        // Given
        sandbox.customerWrites("在吗");

        // When
        JsonNode now = batchGet();
        sandbox.advance(Duration.ofHours(49));
        JsonNode later = batchGet();

        // Then
        assertThat(now.path("customer_list").path(0).path("nickname").asText()).isEqualTo("王芳");
        assertThat(later.path("customer_list")).isEmpty();
        assertThat(later.path("invalid_external_userid")).hasSize(1);
    }

    private static JsonNode batchGet() {
        return sandbox.wecom("kf/customer/batchget", Map.of("external_userid_list", List.of(CUSTOMER)));
    }

    @Test
    void describesAnExternalContact() {
        // When
        JsonNode known = sandbox.wecom("externalcontact/get?external_userid=" + CUSTOMER, "");
        JsonNode unknown = sandbox.wecom("externalcontact/get?external_userid=wmNobody", "");

        // Then
        assertThat(known.path("external_contact").path("name").asText()).isEqualTo("王芳");
        assertThat(errcode(unknown)).isEqualTo(84061);
    }
}
