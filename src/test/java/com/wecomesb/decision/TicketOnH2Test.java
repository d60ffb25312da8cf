package com.wecomesb.decision;

import com.wecomesb.database.TestDatabase;

class TicketOnH2Test extends TicketContract {

    TicketOnH2Test() {
        super(TestDatabase.H2);
    }
}
