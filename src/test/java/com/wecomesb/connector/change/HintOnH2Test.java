package com.wecomesb.connector.change;

import com.wecomesb.database.TestDatabase;

class HintOnH2Test extends HintContract {

    HintOnH2Test() {
        super(TestDatabase.H2);
    }
}
