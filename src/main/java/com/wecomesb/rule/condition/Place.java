package com.wecomesb.rule.condition;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule could apply, before any message is there.
 *
 * @param account as {@code accounts.yaml} names it, empty for one that it does not name; null: any
 * @param brand empty where there is none; null: any
 */
public record Place(@Nullable String account, @Nullable String brand) {

    public static final Place ANYWHERE = new Place(null, null);
}
