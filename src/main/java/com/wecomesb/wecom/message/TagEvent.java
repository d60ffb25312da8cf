package com.wecomesb.wecom.message;

import java.util.List;

/** The corp's tags for customers changed: {@code change_external_tag} (W92130). */
public sealed interface TagEvent extends WecomMessage {

    /** The tag or group of tags. */
    String id();

    /** The group of rules that it belongs to; only some apps are told. */
    String strategyId();

    @Override
    default List<String> identity() {
        return List.of(id(), header().text("TagType"));
    }

    @Override
    default boolean ofOneApp() {
        return false;
    }

    /** {@code create}; the type is {@code tag} or {@code tag_group}. */
    record Create(Header header, String id, String tagType, String strategyId) implements TagEvent {

        Create(Header header) {
            this(header, header.text("Id"), header.text("TagType"), header.text("StrategyId"));
        }
    }

    /** {@code update}; the type is {@code tag} or {@code tag_group}. */
    record Update(Header header, String id, String tagType, String strategyId) implements TagEvent {

        Update(Header header) {
            this(header, header.text("Id"), header.text("TagType"), header.text("StrategyId"));
        }
    }

    /** {@code delete}; a group goes with its tags, of which nothing is said. */
    record Delete(Header header, String id, String tagType, String strategyId) implements TagEvent {

        Delete(Header header) {
            this(header, header.text("Id"), header.text("TagType"), header.text("StrategyId"));
        }
    }

    /** {@code shuffle}: the tags of a group were put into another order, of all groups if the id is empty. */
    record Shuffle(Header header, String id, String strategyId) implements TagEvent {

        Shuffle(Header header) {
            this(header, header.text("Id"), header.text("StrategyId"));
        }
    }
}
