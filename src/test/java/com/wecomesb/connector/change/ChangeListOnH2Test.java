package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class ChangeListOnH2Test extends ChangeListContract {

    ChangeListOnH2Test() {
        super(TestDatabase.H2);
    }
}
