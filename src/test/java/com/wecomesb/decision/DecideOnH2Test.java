package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class DecideOnH2Test extends DecideContract {

    DecideOnH2Test() {
        super(TestDatabase.H2);
    }
}
