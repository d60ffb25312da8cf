package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class PoisonedRecordOnH2Test extends PoisonedRecordContract {

    PoisonedRecordOnH2Test() {
        super(TestDatabase.H2);
    }
}
