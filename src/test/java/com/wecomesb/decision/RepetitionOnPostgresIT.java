package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class RepetitionOnPostgresIT extends RepetitionContract {

    RepetitionOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
