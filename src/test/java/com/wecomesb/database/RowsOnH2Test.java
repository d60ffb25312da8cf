package com.wecomesb.database;

class RowsOnH2Test extends RowsContract {

    RowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
