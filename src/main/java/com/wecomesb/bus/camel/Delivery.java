package com.wecomesb.bus.camel;

/** Where records go: the route. */
@FunctionalInterface
interface Delivery<T> {

    /**
     * Returns when the route has done its work.
     *
     * @throws Exception if the route has failed
     */
    void deliver(T body) throws Exception;
}
