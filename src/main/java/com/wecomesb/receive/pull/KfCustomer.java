package com.wecomesb.receive.pull;

import org.jspecify.annotations.Nullable;

/**
 * What WeCom tells of a customer.
 *
 * @param name the WeChat nickname
 * @param unionId the same person's id at the company's other WeChat apps, if the company has bound a developer account
 */
record KfCustomer(String name, @Nullable String unionId) {

    @Override
    public String toString() {
        return "KfCustomer[]";
    }
}
