package com.wecomesb.connector;

import com.wecomesb.database.TestDatabase;

class SqlForeignColumnsOnPostgresIT extends SqlForeignColumnsContract {

    SqlForeignColumnsOnPostgresIT() {
        super(TestDatabase.postgresUrl().replaceFirst("user=postgres&?", ""), "postgres", "postgres");
    }
}
