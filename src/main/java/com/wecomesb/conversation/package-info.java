/** Contacts with their identities and tags, conversations with their owner, and the fence that follows from it. */
@NullMarked
package com.wecomesb.conversation;

import org.jspecify.annotations.NullMarked;
