package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.wecomesb.connector.draft.CurlCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pasted calls that cannot become a connector. */
class CurlCallTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wget https://x.example.com",
                "curl",
                "curl 'https://x.example.com",
                "curl ftp://x.example.com",
                "curl https://a:b@x.example.com",
                "curl https://x.example.com --ftp-port 1",
                "curl https://x.example.com -F file=@a",
                "curl https://x.example.com -H",
                "curl https://x.example.com -d '<xml/>'",
                "curl https://x.example.com -d 'a b'",
                "curl https://x.example.com/graphql --json '{\"query\": \"mutation { make { id } }\"}'"
            })
    void saysWhyACallCannotBeTaken(String call) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CurlCall.parse(call))
                .withMessageMatching("(?s).*\\p{IsHan}.*");
    }
}
