package com.wecomesb.lab;

import com.wecomesb.database.TestDatabase;

class VersionsOnH2Test extends VersionsContract {

    VersionsOnH2Test() {
        super(TestDatabase.H2);
    }
}
