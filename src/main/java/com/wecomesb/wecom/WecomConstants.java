package com.wecomesb.wecom;

/** The headers of the component {@code wecom:}. */
public final class WecomConstants {

    /** The app to call as; wins over the endpoint's. */
    public static final String APP = "CamelWecomApp";

    private WecomConstants() {}
}
