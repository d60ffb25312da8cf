package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.sandbox.Simulated;

/** The two lists of WeCom's own addresses (W92520, W90930); here both are this machine. */
final class IpLists {

    private IpLists() {}

    private static ApiAnswer here() {
        var fields = JsonNodeFactory.instance.objectNode();
        fields.putArray("ip_list").add("127.0.0.1");
        return ApiAnswer.ok(fields);
    }

    /** {@code get_api_domain_ip}. */
    @Simulated
    static class OfTheApi implements ApiCall {

        @Override
        public String path() {
            return "get_api_domain_ip";
        }

        @Override
        public ApiAnswer answer(ApiRequest request) {
            return here();
        }
    }

    /** {@code getcallbackip}. */
    @Simulated
    static class OfCallbacks implements ApiCall {

        @Override
        public String path() {
            return "getcallbackip";
        }

        @Override
        public ApiAnswer answer(ApiRequest request) {
            return here();
        }
    }
}
