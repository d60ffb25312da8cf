package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ReplyOnPostgresIT extends ReplyContract {

    ReplyOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
