package com.wecomesb.wecom.kf;

/** What a customer wrote, sent or is called: code may read it, nothing prints it. */
public record Confidential(String value) {

    @Override
    public String toString() {
        return value.isEmpty() ? "(empty)" : "(confidential)";
    }
}
