package com.wecomesb.receive.pull;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/** The step of the routes that hint at every account, whether a callback came or not. */
@Component("hintKfAccounts")
class HintKfAccounts implements Processor {

    private final KfAccounts accounts;

    HintKfAccounts(KfAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void process(Exchange exchange) {
        accounts.hintAll();
    }
}
