package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.auth.Authentication.Signed;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One call with all that belongs to it: credentials, the system's pace, and what the answer means. A call whose token was refused
 * is repeated once with another: nothing had happened.
 *
 * @param effect whether it changes something
 */
record AuthenticatedCall(CalledSystem system, AnswerReader reader, boolean effect) {

    /** Makes the call; {@link ConnectorFailed} when there is no answer. */
    Answered make(HttpCall call, Scope scope) {
        Signed signed = sign(call, null);
        Answered answered = Answered.of(send(signed.call()), scope);
        if (signed.token() == null || !reader.refusesCredentials(answered, system)) {
            return answered;
        }
        return Answered.of(send(sign(call, signed.token()).call()), scope);
    }

    /** What the step wants of an answer, or {@link ConnectorFailed}. */
    JsonNode read(Answered answered) {
        try {
            return reader.read(answered, system);
        } catch (ConnectorFailed failed) {
            throw system.heeding(failed);
        }
    }

    private Signed sign(HttpCall call, @Nullable String refused) {
        try {
            return system.sign(call, refused);
        } catch (IOException unreachable) {
            throw new ConnectorFailed(Kind.RETRY, "取令牌时连接失败或超时");
        }
    }

    private HttpAnswer send(HttpCall call) {
        try {
            return system.send(call);
        } catch (IOException lost) {
            throw Failures.ofIo(lost, effect);
        }
    }
}
