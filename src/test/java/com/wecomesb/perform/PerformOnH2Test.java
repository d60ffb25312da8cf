package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class PerformOnH2Test extends PerformContract {

    PerformOnH2Test() {
        super(TestDatabase.H2);
    }
}
