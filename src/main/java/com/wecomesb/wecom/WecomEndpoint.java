package com.wecomesb.wecom;

import com.wecomesb.wecom.callback.CallbackConsumer;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One path of the WeCom API, or the callbacks of all apps. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "wecom",
        title = "WeCom",
        syntax = "wecom:path",
        category = {Category.CHAT},
        headersClass = WecomConstants.class,
        lenientProperties = true)
public class WecomEndpoint extends DefaultEndpoint {

    private static final String CALLBACK = "callback";

    @UriPath(description = "The path after /cgi-bin/, such as kf/send_msg; or callback, for a consumer")
    private final String path;

    @UriParam(label = "producer", description = "The app to call as, by its name in esb.wecom.apps")
    private @Nullable String app;

    private Map<String, String> query = Map.of();

    WecomEndpoint(String uri, WecomComponent component, String path) {
        super(uri, component);
        this.path = path;
    }

    @Override
    public Producer createProducer() {
        if (path.equals(CALLBACK)) {
            throw new IllegalArgumentException("wecom:callback can only be consumed from");
        }
        return new WecomProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!path.equals(CALLBACK)) {
            throw new IllegalArgumentException(
                    "wecom:" + path + " can only be called; wecom:callback is consumed from");
        }
        CallbackConsumer consumer =
                new CallbackConsumer(this, processor, component().door());
        configureConsumer(consumer);
        return consumer;
    }

    /** Other parameters of the URI are parameters of the API path. */
    @Override
    public boolean isLenientProperties() {
        return true;
    }

    public @Nullable String getApp() {
        return app;
    }

    public void setApp(String app) {
        this.app = app;
    }

    public String getPath() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    void setQuery(Map<String, String> query) {
        this.query = Map.copyOf(query);
    }

    WecomComponent component() {
        return (WecomComponent) getComponent();
    }
}
