package com.wecomesb.sandbox;

import com.wecomesb.sandbox.RunningSandbox.Answer;
import org.junit.jupiter.api.BeforeEach;

/** The simulated CRM, shop and ticket system. Their tests share one sandbox that runs; each begins with nothing in it. */
abstract class SandboxSystems {

    static final RunningSandbox sandbox = RunningSandbox.start();

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    static Answer token(String system, String form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return sandbox.send("POST", "/sandbox/" + system + "/oauth2/token", form, all);
    }

    static String token(String system) {
        return token(system, "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret")
                .json()
                .path("access_token")
                .asText();
    }

    static Answer call(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token(path.split("/")[0]);
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = "application/json";
        return sandbox.send(method, "/sandbox/" + path, body, all);
    }
}
