package com.wecomesb.decision;

import java.util.List;

/**
 * Colleagues who are told or called in together.
 *
 * @param name what rules call it, {@code 售后组}
 * @param app the app that the notice comes from
 * @param users their userids
 */
public record Group(String name, String app, List<String> users) {

    public Group {
        users = List.copyOf(users);
    }
}
