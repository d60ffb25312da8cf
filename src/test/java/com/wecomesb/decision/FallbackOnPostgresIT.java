package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class FallbackOnPostgresIT extends FallbackContract {

    FallbackOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
