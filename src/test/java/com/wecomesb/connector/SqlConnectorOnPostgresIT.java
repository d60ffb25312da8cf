package com.wecomesb.connector;

import com.wecomesb.database.TestDatabase;

class SqlConnectorOnPostgresIT extends SqlConnectorContract {

    SqlConnectorOnPostgresIT() {
        super(TestDatabase.postgresUrl().replaceFirst("user=postgres&?", ""), "postgres", "postgres");
    }
}
