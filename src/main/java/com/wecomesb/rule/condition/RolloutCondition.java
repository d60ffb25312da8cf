package com.wecomesb.rule.condition;

/**
 * The rule's {@code rollout: 20%}: it is there for a share of the contacts, always the same ones.
 *
 * @param percent 0 to 100
 */
record RolloutCondition(String rule, int percent) implements Condition, Limit {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    @Override
    public boolean holds(Reading reading) {
        if (reading.facts().triedRules() != null) {
            return reading.facts().triedRules().contains(rule);
        }
        String contact = reading.facts().contactId();
        return percent == 100 || (!contact.isEmpty() && bucket(contact) < percent);
    }

    @Override
    public String held(Reading reading) {
        return "客户在灰度的 " + percent + "% 内";
    }

    @Override
    public String failed(Reading reading) {
        return reading.facts().contactId().isEmpty()
                ? "只对 " + percent + "% 的客户起作用,而这里不知道是哪位客户"
                : "客户不在灰度的 " + percent + "% 内";
    }

    /** 0 to 99 by rule and contact, the same on every instance for ever; two rules have different shares. */
    private int bucket(String contact) {
        long hash = mixed(mixed(FNV_OFFSET, rule) * FNV_PRIME, contact);
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return (int) Long.remainderUnsigned(hash, 100);
    }

    private static long mixed(long seed, String text) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
