package com.wecomesb.wecom;

import org.apache.camel.spi.Metadata;

/** The message headers of {@code wecom:}. */
public final class WecomConstants {

    @Metadata(description = "The app to call as, instead of the endpoint's", javaType = "String", label = "producer")
    public static final String APP = "CamelWecomApp";

    @Metadata(
            description =
                    "The path of the API; after a call the one that was called. For wecom:${header.CamelWecomPath}",
            javaType = "String",
            label = "producer")
    public static final String PATH = "CamelWecomPath";

    @Metadata(
            description = "Parameters of the URL beside the endpoint's own; the place for a webhook's key",
            javaType = "java.util.Map<String, String>",
            label = "producer")
    public static final String QUERY = "CamelWecomQuery";

    @Metadata(
            description = "WeCom's errcode of the last call, 0 for success or when it has not answered",
            javaType = "Integer",
            label = "producer")
    public static final String ERRCODE = "CamelWecomErrcode";

    private WecomConstants() {}
}
