package com.wecomesb.bus;

import java.util.concurrent.CompletableFuture;

/** The topics of actions, one for each kind of destination. */
@FunctionalInterface
public interface ActionTopics {

    /**
     * Tells the workers that an action is ready. There is no inbox behind it: the action's row is the truth, and who
     * swept it up once will do so again.
     *
     * @return done when Kafka has acknowledged; fails within seconds if it does not
     */
    CompletableFuture<Void> publish(ActionReference action);
}
