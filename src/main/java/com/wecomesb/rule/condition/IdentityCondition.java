package com.wecomesb.rule.condition;

import java.util.Map;
import java.util.Set;

/** {@code identity: {external_userid: […], userid: […]}}: it is about one of these people, by one of these ids. */
record IdentityCondition(Map<String, Set<String>> ids) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (Map.Entry<String, Set<String>> kind : ids.entrySet()) {
            for (String id : reading.facts().identities(kind.getKey())) {
                if (kind.getValue().contains(id)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        return "是指定的客户或同事";
    }

    @Override
    public String failed(Reading reading) {
        return "不是指定的客户或同事";
    }
}
