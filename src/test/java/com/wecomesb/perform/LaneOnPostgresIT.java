package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class LaneOnPostgresIT extends LaneContract {

    LaneOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
