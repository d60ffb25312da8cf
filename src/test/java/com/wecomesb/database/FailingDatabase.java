package com.wecomesb.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that a test can take away: it then keeps callers waiting, as a pool does, and gives them nothing. */
public final class FailingDatabase extends DelegatingDataSource {

    private final Duration patience;
    private volatile CountDownLatch back = new CountDownLatch(0);

    /**
     * @param patience how long a caller waits in vain
     */
    public FailingDatabase(DataSource database, Duration patience) {
        super(database);
        this.patience = patience;
    }

    public void goAway() {
        back = new CountDownLatch(1);
    }

    public void comeBack() {
        back.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!back.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("database away");
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("database away", exception);
        }
        return super.getConnection();
    }
}
