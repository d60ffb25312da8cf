package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class ReplyOnH2Test extends ReplyContract {

    ReplyOnH2Test() {
        super(TestDatabase.H2);
    }
}
