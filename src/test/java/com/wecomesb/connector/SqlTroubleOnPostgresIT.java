package com.wecomesb.connector;

import com.wecomesb.database.TestDatabase;

class SqlTroubleOnPostgresIT extends SqlTroubleContract {

    SqlTroubleOnPostgresIT() {
        super(TestDatabase.postgresUrl().replaceFirst("user=postgres&?", ""), "postgres", "postgres");
    }
}
