package com.wecomesb.configuration;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The two folders of an installation.
 *
 * <p>They are read as text: Spring's conversion to {@link Path} looks on the class path first, where there is a
 * {@code routes} of the product.
 *
 * @param routesDir the integration engineer's files; need not exist
 * @param dataDir what the bus keeps: database, broker, API key
 */
@ConfigurationProperties("esb")
public record Folders(
        @DefaultValue("routes") String routesDir,
        @DefaultValue("data") String dataDir) {

    public Path routes() {
        return Path.of(routesDir);
    }

    public Path data() {
        return Path.of(dataDir);
    }
}
