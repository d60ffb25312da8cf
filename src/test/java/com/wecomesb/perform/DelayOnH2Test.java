package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class DelayOnH2Test extends DelayContract {

    DelayOnH2Test() {
        super(TestDatabase.H2);
    }
}
