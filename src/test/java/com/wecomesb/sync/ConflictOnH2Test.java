package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class ConflictOnH2Test extends ConflictContract {

    ConflictOnH2Test() {
        super(TestDatabase.H2);
    }
}
