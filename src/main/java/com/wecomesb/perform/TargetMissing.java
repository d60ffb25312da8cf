package com.wecomesb.perform;

/** What an action is for is no longer in the settings; it waits until it is. */
final class TargetMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TargetMissing(String reason) {
        super(reason);
    }
}
