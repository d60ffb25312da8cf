package com.wecomesb.perform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets threads that write at the same time share a transaction: while one is being written, those who come wait, and
 * the first of them writes for all. A commit costs much the same for one row as for fifty, so from one to the next there
 * is a pause in which more come; whoever comes alone waits for nobody. When a shared transaction fails, each is written alone, so that nobody fails for another.
 *
 * @param <Q> what is asked for
 * @param <A> what came of it
 */
final class GroupCommit<Q, A> {

    private static final int MOST = 64;
    /** From one transaction to the next. */
    private static final long GATHER_NANOS = 30_000_000;

    private final TransactionTemplate transaction;
    private final Function<List<Q>, List<A>> work;
    private final ConcurrentLinkedQueue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);
    private long lastWritten = System.nanoTime() - GATHER_NANOS;

    /** @param work answers each of the questions, in their order, within the transaction */
    GroupCommit(TransactionTemplate transaction, Function<List<Q>, List<A>> work) {
        this.transaction = transaction;
        this.work = work;
    }

    /** The answer, once it is committed; an exception when nothing was written. */
    A ask(Q question) {
        Asked<Q, A> mine = new Asked<>(question);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.done) {
                LockSupport.parkNanos(lastWritten + GATHER_NANOS - System.nanoTime());
                write(next());
                lastWritten = System.nanoTime();
            }
        } finally {
            writing.unlock();
        }
        return mine.answer();
    }

    /** How many wait for the next transaction. */
    int waiting() {
        return waiting.size();
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> group = new ArrayList<>();
        while (group.size() < MOST) {
            Asked<Q, A> one = waiting.poll();
            if (one == null) {
                break;
            }
            group.add(one);
        }
        return group;
    }

    private void write(List<Asked<Q, A>> group) {
        try {
            writeTogether(group);
        } catch (RuntimeException exception) {
            if (group.size() == 1) {
                group.get(0).failed(exception);
            } else {
                group.forEach(one -> write(List.of(one)));
            }
        } catch (Error error) {
            group.forEach(one -> one.failed(new IllegalStateException("not written", error)));
            throw error;
        }
    }

    private void writeTogether(List<Asked<Q, A>> group) {
        List<Q> questions = group.stream().map(one -> one.question).toList();
        List<A> answers = Objects.requireNonNull(transaction.execute(status -> work.apply(questions)));
        for (int i = 0; i < answers.size(); i++) {
            group.get(i).answered(answers.get(i));
        }
    }

    /** Written and read by whoever holds the lock; its own thread reads it after having held it. */
    private static final class Asked<Q, A> {

        private final Q question;
        private boolean done;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Asked(Q question) {
            this.question = question;
        }

        void answered(A given) {
            answer = given;
            done = true;
        }

        void failed(RuntimeException exception) {
            failure = exception;
            done = true;
        }

        A answer() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }
    }
}
