package com.wecomesb.connector;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A mapping reads nothing of a system's record: none of its sources is there. Permanent until the mapping, or what the
 * connector answers, is mended.
 */
public final class NothingRead extends ConnectorFailed {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final int LONGEST = 32;

    private final String mapping;

    /**
     * Tells who wrote the mapping what is there instead.
     *
     * @param mapping {@code crm-to-contact}
     * @param members what the record has, names only
     */
    public NothingRead(String mapping, Collection<String> members) {
        super(Kind.PERMANENT, "映射 " + mapping + " 从这条记录里什么也没有读到:它的 from 一个都不在," + there(members));
        this.mapping = mapping;
    }

    private static String there(Collection<String> members) {
        if (members.isEmpty()) {
            return "记录是空的";
        }
        return members.stream()
                .limit(SHOWN)
                .map(name -> name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…")
                .collect(Collectors.joining(",", "记录里有 ", members.size() > SHOWN ? ",…" : ""));
    }

    public String mapping() {
        return mapping;
    }
}
