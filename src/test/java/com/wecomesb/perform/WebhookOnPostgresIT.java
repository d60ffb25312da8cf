package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class WebhookOnPostgresIT extends WebhookContract {

    WebhookOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
