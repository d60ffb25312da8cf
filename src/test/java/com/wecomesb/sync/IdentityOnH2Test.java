package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class IdentityOnH2Test extends IdentityContract {

    IdentityOnH2Test() {
        super(TestDatabase.H2);
    }
}
