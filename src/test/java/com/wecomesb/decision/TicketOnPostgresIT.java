package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class TicketOnPostgresIT extends TicketContract {

    TicketOnPostgresIT() {
        super(TestDatabase.POSTGRESQL);
    }
}
