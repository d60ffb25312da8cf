package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GroupCommitTest {

    private final AtomicInteger transactions = new AtomicInteger();
    private final CountDownLatch firstMayCommit = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private JdbcTemplate jdbc = new JdbcTemplate();
    private TransactionTemplate transaction = new TransactionTemplate();

    @BeforeEach
    void open() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:group" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        jdbc = new JdbcTemplate(database);
        jdbc.execute("CREATE TABLE written (number INTEGER PRIMARY KEY)");
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        jdbc.execute("SHUTDOWN");
    }

    /** Writes the numbers; the very first transaction waits until it may go on. */
    private List<Integer> write(List<Integer> numbers) {
        if (transactions.incrementAndGet() == 1) {
            awaitQuietly();
        }
        numbers.forEach(number -> jdbc.update("INSERT INTO written VALUES (?)", number));
        return numbers.stream().map(number -> number * 10).toList();
    }

    private void awaitQuietly() {
        try {
            firstMayCommit.await();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Future<Integer>> askTogether(GroupCommit<Integer, Integer> group, int... numbers) {
        List<Future<Integer>> asked = new ArrayList<>();
        for (int number : numbers) {
            asked.add(threads.submit(() -> group.ask(number)));
        }
        return asked;
    }

    @Test
    void whoComesWhileAnotherWritesSharesTheNextTransaction() throws Exception {
        // Given
        GroupCommit<Integer, Integer> group = new GroupCommit<>(transaction, this::write);
        Future<Integer> first = askTogether(group, 1).get(0);
        Awaitility.await().until(() -> transactions.get() == 1);
        List<Future<Integer>> others = askTogether(group, 2, 3, 4, 5);
        Awaitility.await().until(() -> group.waiting() == 4);
        // When
        firstMayCommit.countDown();
        // Then
        assertThat(first.get()).isEqualTo(10);
        assertThat(List.of(
                        others.get(0).get(),
                        others.get(1).get(),
                        others.get(2).get(),
                        others.get(3).get()))
                .containsExactly(20, 30, 40, 50);
        assertThat(transactions).hasValue(2);
        assertThat(jdbc.queryForList("SELECT number FROM written", Integer.class))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void nobodyFailsForAnother() throws Exception {
        // Given
        GroupCommit<Integer, Integer> group = new GroupCommit<>(transaction, this::write);
        askTogether(group, 1);
        Awaitility.await().until(() -> transactions.get() == 1);
        List<Future<Integer>> others = askTogether(group, 2, 1, 3);
        Awaitility.await().until(() -> group.waiting() == 3);
        // When
        firstMayCommit.countDown();
        // Then
        assertThat(others.get(0).get()).isEqualTo(20);
        assertThatThrownBy(() -> others.get(1).get()).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThat(others.get(2).get()).isEqualTo(30);
    }
}
