package com.wecomesb.connector.link;

import com.wecomesb.database.TestDatabase;

class LinksOnPostgresIT extends LinksContract {

    LinksOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
