package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class FallbackOnH2Test extends FallbackContract {

    FallbackOnH2Test() {
        super(TestDatabase.H2);
    }
}
