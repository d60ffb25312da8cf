package com.wecomesb.connector.auth;

import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.HttpSender;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way to say who calls, as a connector file describes it. Immutable. */
public interface Authentication {

    /** The settings without which it cannot be used. */
    Set<String> needs();

    /**
     * The call with the credentials in it.
     *
     * @param refused the token that the system has just refused, null at first
     * @throws IOException when a token had to be fetched and there was no answer; the call itself was not sent
     */
    Signed sign(HttpCall call, Session session, @Nullable String refused) throws IOException;

    /**
     * What a system's calls have in common.
     *
     * @param settings all of them by name, secrets too
     * @param sender for login calls
     */
    record Session(Map<String, String> settings, HttpSender sender, Tokens tokens) {

        @Override
        public String toString() {
            return "Session";
        }
    }

    /**
     * A call that may be sent.
     *
     * @param token what to get another of when the system refuses it; null where nothing can be renewed
     */
    record Signed(HttpCall call, @Nullable String token) {

        @Override
        public String toString() {
            return "Signed";
        }
    }
}
