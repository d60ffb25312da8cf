package com.wecomesb.receive.pull;

import static com.wecomesb.receive.pull.PullFixture.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How the customers of a pull get their names. */
class CustomerNamesTest {

    @AutoClose
    private final PullFixture pull = new PullFixture();

    @Test
    void namesTheCustomersAndAsksForEachOnce() throws JsonProcessingException {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", true, "m1"), page("C2", false, "m2"));
        pull.wecom.answer(
                "kf/customer/batchget",
                "{\"errcode\":0,\"customer_list\":[{\"external_userid\":\"wm1\",\"nickname\":\"张三\",\"unionid\":\"o1\"}]}");

        // When
        pull.pull();

        // Then
        assertThat(pull.data(0).at("/customer/name").asText()).isEqualTo("张三");
        assertThat(pull.data(1).at("/customer/unionid").asText()).isEqualTo("o1");
        assertThat(pull.wecom.requests("kf/customer/batchget")).hasSize(1);
    }

    @Test
    void asksForAtMostAHundredNamesAtOnce() {
        // Given
        String entries = String.join(
                ",",
                IntStream.range(0, 250)
                        .mapToObj(i -> PullFixture.text("m" + i, "wm" + i, 1_700_000_000))
                        .toList());
        pull.wecom.answer(
                "kf/sync_msg", "{\"errcode\":0,\"next_cursor\":\"C1\",\"has_more\":0,\"msg_list\":[" + entries + "]}");

        // When
        pull.pull();

        // Then
        assertThat(pull.wecom.requests("kf/customer/batchget"))
                .extracting(
                        request -> request.json().path("external_userid_list").size())
                .containsExactly(100, 100, 50);
    }

    @Test
    void doesNotWaitForNamesThatWecomDoesNotTell() {
        // Given
        pull.wecom.answerInTurn("kf/sync_msg", page("C1", true, "m1"), page("C2", false, "m2"));
        pull.wecom.answer("kf/customer/batchget", "{\"errcode\":48002,\"errmsg\":\"api forbidden\"}");

        // When
        pull.pull();

        // Then
        assertThat(pull.eventIds()).containsExactly("kf:m1", "kf:m2");
        assertThat(pull.wecom.requests("kf/customer/batchget")).hasSize(1);
    }
}
