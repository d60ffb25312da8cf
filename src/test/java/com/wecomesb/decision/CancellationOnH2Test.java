package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class CancellationOnH2Test extends CancellationContract {

    CancellationOnH2Test() {
        super(TestDatabase.H2);
    }
}
