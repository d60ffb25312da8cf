package com.wecomesb.perform;

import com.wecomesb.database.TestDatabase;

class HoldingBackOnH2Test extends HoldingBackContract {

    HoldingBackOnH2Test() {
        super(TestDatabase.H2);
    }
}
