package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ScheduleOnPostgresIT extends ScheduleContract {

    ScheduleOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
