package com.wecomesb.sync;

import com.wecomesb.database.TestDatabase;

class SyncOnH2Test extends SyncContract {

    SyncOnH2Test() {
        super(TestDatabase.H2);
    }
}
