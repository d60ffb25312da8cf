package com.wecomesb.connector;

import com.wecomesb.database.TestDatabase;

class SqlReadsOnPostgresIT extends SqlReadsContract {

    SqlReadsOnPostgresIT() {
        super(TestDatabase.postgresUrl().replaceFirst("user=postgres&?", ""), "postgres", "postgres");
    }
}
