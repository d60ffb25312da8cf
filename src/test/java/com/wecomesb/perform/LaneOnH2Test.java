package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class LaneOnH2Test extends LaneContract {

    LaneOnH2Test() {
        super(TestDatabase.H2);
    }
}
