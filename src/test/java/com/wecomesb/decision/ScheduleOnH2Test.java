package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ScheduleOnH2Test extends ScheduleContract {

    ScheduleOnH2Test() {
        super(TestDatabase.H2);
    }
}
