package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class OwnershipOnH2Test extends OwnershipContract {

    OwnershipOnH2Test() {
        super(TestDatabase.H2);
    }
}
