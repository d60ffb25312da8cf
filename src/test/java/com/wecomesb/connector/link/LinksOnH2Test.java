package com.wecomesb.connector.link;

import com.wecomesb.database.TestDatabase;

class LinksOnH2Test extends LinksContract {

    LinksOnH2Test() {
        super(TestDatabase.H2);
    }
}
