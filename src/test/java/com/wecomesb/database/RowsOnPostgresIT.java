package com.wecomesb.database;

class RowsOnPostgresIT extends RowsContract {

    RowsOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
