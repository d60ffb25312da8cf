package com.wecomesb.conversation;

import com.wecomesb.conversation.Contacts.Identity;
import java.util.List;

/** Is told of contacts within the transaction that changes them. */
public interface ContactListener {

    /** A contact as it was and as it is. */
    record Change(Contact before, Contact after) {}

    /**
     * Something by which one person is known, and two contacts have it.
     *
     * @param contact that has it now as well
     * @param holder that had it first
     */
    record Shared(String contact, String holder, Identity identity) {}

    default void changed(List<Change> changes) {}

    default void shared(List<Shared> shared) {}
}
