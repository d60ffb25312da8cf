package com.wecomesb.connector;

import java.util.UUID;

class SqlForeignColumnsOnH2Test extends SqlForeignColumnsContract {

    SqlForeignColumnsOnH2Test() {
        super("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "secret");
    }
}
