package com.wecomesb.receive.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Hint;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KfAccountsTest {

    private final PullFixture pull = new PullFixture();

    @AfterEach
    void close() {
        pull.close();
    }

    @Test
    void hintsAtEveryAccountOfEveryAppThatMayCall() {
        // Given
        pull.wecom.answer("kf/account/list", accounts(0, 2));

        // When
        pull.accounts.hintAll();

        // Then
        assertThat(pull.hints).extracting(Hint::key).containsExactly("kf:wk0", "kf:wk1");
        assertThat(pull.hints)
                .extracting(hint -> KfHint.read(hint.json()))
                .containsExactly(new KfHint("service", "wk0", null), new KfHint("service", "wk1", null));
        assertThat(pull.hints).extracting(Hint::at).containsOnly(PullFixture.START);
    }

    @Test
    void readsAllPagesOfTheList() {
        // Given
        pull.wecom.answer("kf/account/list", request -> {
            int offset = request.json().path("offset").asInt();
            return accounts(offset, Math.min(250, offset + 100));
        });

        // When
        pull.accounts.hintAll();

        // Then
        assertThat(pull.hints).hasSize(250);
    }

    @Test
    void endsWithoutHintsWhenWecomDoesNotListTheAccounts() {
        // Given
        pull.wecom.answer("kf/account/list", "{\"errcode\":48002,\"errmsg\":\"api forbidden\"}");

        // When
        pull.accounts.hintAll();

        // Then
        assertThat(pull.hints).isEmpty();
    }

    private static String accounts(int from, int to) {
        return "{\"errcode\":0,\"account_list\":["
                + String.join(
                        ",",
                        IntStream.range(from, to)
                                .mapToObj(i -> "{\"open_kfid\":\"wk" + i + "\",\"name\":\"客服\"}")
                                .toList())
                + "]}";
    }
}
