package com.wecomesb.sandbox.wecom;

/** One path of the API. */
public interface ApiCall {

    /** Without {@code /cgi-bin/}, {@code kf/send_msg}. */
    String path();

    ApiAnswer answer(ApiRequest request);

    /** Whether it sends something to somebody; these fail with 45009 while WeCom is throttled. */
    default boolean sends() {
        return false;
    }

    /** Whether it counts in the base frequency; application messages do not (W90312). */
    default boolean counts() {
        return true;
    }
}
