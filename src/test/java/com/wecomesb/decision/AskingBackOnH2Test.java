package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class AskingBackOnH2Test extends AskingBackContract {

    AskingBackOnH2Test() {
        super(TestDatabase.H2);
    }
}
