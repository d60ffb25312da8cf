package com.wecomesb.api;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** What a person asks for, done again while others are quicker: a deadlock or a lost race is nothing to tell him. */
final class Repeated {

    private static final int TRIES = 5;

    private Repeated() {}

    /**
     * Does it, outside any transaction.
     *
     * @throws NotNow when others are quicker again and again
     */
    static <T> T whileOthersAreQuicker(Supplier<T> request) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return request.get();
            } catch (ConcurrencyFailureException quicker) {
                // Its transaction is undone: nothing of it has happened.
            }
        }
        throw new NotNow("The same contacts are being changed right now; try again");
    }
}
