package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class WebhookOnH2Test extends WebhookContract {

    WebhookOnH2Test() {
        super(TestDatabase.H2);
    }
}
