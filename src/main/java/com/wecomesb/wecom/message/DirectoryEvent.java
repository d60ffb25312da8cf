package com.wecomesb.wecom.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The corp's address book changed: {@code change_contact} (W90970, W90240). */
public sealed interface DirectoryEvent extends WecomMessage {

    @Override
    default List<String> identity() {
        return header().everything();
    }

    @Override
    default boolean ofOneApp() {
        return false;
    }

    /** {@code create_user}; callbacks set up after August 2022 tell id and departments only. */
    record CreateUser(Header header, Member member) implements DirectoryEvent {

        CreateUser(Header header) {
            this(header, Member.of(header));
        }
    }

    /** {@code update_user}: the member's changed fields; the new id is empty if it stays. */
    record UpdateUser(Header header, Member member, String newUserId) implements DirectoryEvent {

        UpdateUser(Header header) {
            this(header, Member.of(header), header.text("NewUserID"));
        }
    }

    /** {@code delete_user}. */
    record DeleteUser(Header header, String userId) implements DirectoryEvent {

        DeleteUser(Header header) {
            this(header, header.text("UserID"));
        }
    }

    /** {@code create_party}: a department. */
    record CreateParty(
            Header header,
            String id,
            String name,
            String parentId,
            @Nullable Integer order) implements DirectoryEvent {

        CreateParty(Header header) {
            this(header, header.text("Id"), header.text("Name"), header.text("ParentId"), header.integer("Order"));
        }
    }

    /** {@code update_party}. */
    record UpdateParty(Header header, String id, String name, String parentId) implements DirectoryEvent {

        UpdateParty(Header header) {
            this(header, header.text("Id"), header.text("Name"), header.text("ParentId"));
        }
    }

    /** {@code delete_party}. */
    record DeleteParty(Header header, String id) implements DirectoryEvent {

        DeleteParty(Header header) {
            this(header, header.text("Id"));
        }
    }

    /** {@code update_tag}: who has a tag of the address book. */
    record UpdateTag(
            Header header,
            String tagId,
            List<String> addedUsers,
            List<String> removedUsers,
            List<String> addedDepartments,
            List<String> removedDepartments)
            implements DirectoryEvent {

        UpdateTag(Header header) {
            this(
                    header,
                    header.text("TagId"),
                    header.list("AddUserItems"),
                    header.list("DelUserItems"),
                    header.list("AddPartyItems"),
                    header.list("DelPartyItems"));
        }
    }

    /**
     * What is told of a member.
     *
     * @param departments their ids, the leader's mark of each in {@code leaderInDepartment}
     * @param gender 0 not given, 1 male, 2 female
     * @param status 1 active, 2 disabled, 4 not activated, 5 left
     */
    record Member(
            String userId,
            String name,
            List<String> departments,
            String mainDepartment,
            List<String> leaderInDepartment,
            List<String> directLeaders,
            String position,
            String mobile,
            @Nullable Integer gender,
            String email,
            String bizMail,
            @Nullable Integer status,
            String avatar,
            String alias,
            String telephone,
            String address) {

        static Member of(Header header) {
            return new Member(
                    header.text("UserID"),
                    header.text("Name"),
                    header.list("Department"),
                    header.text("MainDepartment"),
                    header.list("IsLeaderInDept"),
                    header.list("DirectLeader"),
                    header.text("Position"),
                    header.text("Mobile"),
                    header.integer("Gender"),
                    header.text("Email"),
                    header.text("BizMail"),
                    header.integer("Status"),
                    header.text("Avatar"),
                    header.text("Alias"),
                    header.text("Telephone"),
                    header.text("Address"));
        }

        /** The id only: the rest is personal data. */
        @Override
        public String toString() {
            return "Member[userId=" + userId + "]";
        }
    }
}
