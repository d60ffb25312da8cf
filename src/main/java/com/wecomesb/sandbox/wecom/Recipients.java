package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom an application message goes (W90236). The corp has one department, 1, with everybody in it, and no tags.
 *
 * @param valid the members who get it, each once
 */
record Recipients(
        List<Members.Member> valid, List<String> invalidUsers, List<String> invalidParties, List<String> invalidTags) {

    private static final int MOST_USERS = 1000;
    private static final int MOST_PARTIES = 100;
    private static final int MOST_TAGS = 100;
    private static final String EVERYBODY = "@all";
    private static final String ROOT_DEPARTMENT = "1";
    private static final Pattern BAR = Pattern.compile("\\|");

    /** What is wrong with the lists as such, or null. */
    static @Nullable Errcode fault(ObjectNode request) {
        List<String> users = list(request, "touser");
        List<String> parties = list(request, "toparty");
        List<String> tags = list(request, "totag");
        if (users.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
            return Errcode.NO_RECIPIENT;
        }
        if (users.size() > MOST_USERS) {
            return Errcode.TOO_MANY_USERS;
        }
        if (parties.size() > MOST_PARTIES) {
            return Errcode.TOO_MANY_PARTIES;
        }
        return tags.size() > MOST_TAGS ? Errcode.TOO_MANY_TAGS : null;
    }

    static Recipients of(ObjectNode request, Members members) {
        List<String> users = list(request, "touser");
        if (users.contains(EVERYBODY)) {
            return new Recipients(List.copyOf(members.all()), List.of(), List.of(), List.of());
        }
        Set<Members.Member> valid = new LinkedHashSet<>();
        List<String> invalidUsers = new ArrayList<>();
        for (String user : users) {
            Members.Member member = members.find(user);
            if (member == null) {
                invalidUsers.add(user.toLowerCase(Locale.ROOT));
            } else {
                valid.add(member);
            }
        }
        List<String> invalidParties = new ArrayList<>(list(request, "toparty"));
        if (invalidParties.removeIf(ROOT_DEPARTMENT::equals)) {
            valid.addAll(members.all());
        }
        return new Recipients(List.copyOf(valid), invalidUsers, invalidParties, list(request, "totag"));
    }

    private static List<String> list(ObjectNode request, String field) {
        String text = request.path(field).asText("");
        return text.isEmpty()
                ? List.of()
                : BAR.splitAsStream(text).filter(id -> !id.isEmpty()).toList();
    }

    boolean areComplete() {
        return invalidUsers.isEmpty() && invalidParties.isEmpty() && invalidTags.isEmpty();
    }
}
