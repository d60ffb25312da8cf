package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class RepetitionOnH2Test extends RepetitionContract {

    RepetitionOnH2Test() {
        super(TestDatabase.H2);
    }
}
