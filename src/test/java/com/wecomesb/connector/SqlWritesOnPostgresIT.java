package com.wecomesb.connector;

import com.wecomesb.database.TestDatabase;

class SqlWritesOnPostgresIT extends SqlWritesContract {

    SqlWritesOnPostgresIT() {
        super(TestDatabase.postgresUrl().replaceFirst("user=postgres&?", ""), "postgres", "postgres");
    }
}
