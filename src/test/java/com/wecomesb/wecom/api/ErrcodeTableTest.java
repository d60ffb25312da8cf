package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrcodeTableTest {

    private final ErrcodeTable table = ErrcodeTable.published();

    @ParameterizedTest
    @MethodSource
    void saysWhatACodeMeansForTheCaller(int code, CallOutcome outcome) {
        assertThat(table.of(code).outcome()).isEqualTo(outcome);
        assertThat(table.of(code).known()).isTrue();
    }

    static Stream<Arguments> saysWhatACodeMeansForTheCaller() {
        return Stream.of(
                argumentSet("system busy", -1, CallOutcome.RETRY_LATER),
                argumentSet("token invalid", 40014, CallOutcome.REFRESH_TOKEN),
                argumentSet("token expired", 42001, CallOutcome.REFRESH_TOKEN),
                argumentSet("bad secret", 40001, CallOutcome.REFRESH_TOKEN),
                argumentSet("corp id wrong", 40013, CallOutcome.CONFIGURATION),
                argumentSet("address not trusted", 60020, CallOutcome.CONFIGURATION),
                argumentSet("too many calls", 45009, CallOutcome.THROTTLED),
                argumentSet("our message id again", 95033, CallOutcome.DUPLICATE),
                argumentSet("welcome delivered before", 41051, CallOutcome.OK),
                argumentSet("five messages sent", 95001, CallOutcome.HOLD),
                argumentSet("48 hours over", 95002, CallOutcome.HOLD),
                argumentSet("customer silent for 48 hours", 95031, CallOutcome.HOLD),
                argumentSet("component right expired", 95032, CallOutcome.CONFIGURATION),
                argumentSet("session with a colleague", 95018, CallOutcome.STATE),
                argumentSet("session ended", 95013, CallOutcome.STATE),
                argumentSet("transition not allowed", 95016, CallOutcome.STATE),
                argumentSet("callback token too old", 95007, CallOutcome.STATE),
                argumentSet("card field, first of a range", 42027, CallOutcome.PERMANENT),
                argumentSet("card field, last of a range", 42051, CallOutcome.PERMANENT),
                argumentSet("all recipients illegal", 81013, CallOutcome.PERMANENT));
    }

    @Test
    void takesAnUnknownCodeAsPermanent() {
        Errcode unknown = table.of(123456);

        assertThat(unknown.outcome()).isEqualTo(CallOutcome.PERMANENT);
        assertThat(unknown.known()).isFalse();
        assertThat(unknown.reason(null)).contains("123456");
    }

    @Test
    void namesTheRefusedAddressToThePerson() {
        // Given
        String errmsg = "not allow to access from your ip, hint: [1621], from ip: 203.0.113.7, more info at https://x";

        // When
        String reason = table.of(60020).reason(Errcode.addressIn(errmsg));

        // Then
        assertThat(reason).isEqualTo("企业微信拒绝出口地址 203.0.113.7,请在应用的“企业可信IP”里加上它,约一分钟后生效");
    }
}
