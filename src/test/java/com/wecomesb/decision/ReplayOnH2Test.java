package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ReplayOnH2Test extends ReplayContract {

    ReplayOnH2Test() {
        super(TestDatabase.H2);
    }
}
