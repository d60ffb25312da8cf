package com.wecomesb.connector.kit;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connector to a running Tryton, and a contact that no other run writes. */
@ExtendWith(RealSystems.class)
abstract class ConnectedTryton {

    final String id = "wx-" + UUID.randomUUID().toString().substring(0, 8);
    RealSystem system;
    RealConnector crm;

    @BeforeEach
    void connect(RealSystems.Started systems) throws IOException {
        system = systems.get("tryton");
        String[] user = system.word("user: ").split(" / ");
        crm = connector(user[0], user[1]);
    }

    RealConnector connector(String user, String password) throws IOException {
        return new RealConnector(
                "tryton", "crm", system, id, Map.of("url", "/peer", "user", user, "password", password));
    }

    @AfterEach
    void close() {
        crm.close();
    }

    String contact(String name, String phone) {
        return "{'id': '" + id + "', 'name': '" + name + "', 'phones': ['" + phone + "'], 'emails': ['" + id
                + "@example.test']}";
    }
}
