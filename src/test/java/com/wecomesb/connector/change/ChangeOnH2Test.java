package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class ChangeOnH2Test extends ChangeContract {

    ChangeOnH2Test() {
        super(TestDatabase.H2);
    }
}
