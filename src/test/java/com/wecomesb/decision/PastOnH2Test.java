package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class PastOnH2Test extends PastContract {

    PastOnH2Test() {
        super(TestDatabase.H2);
    }
}
