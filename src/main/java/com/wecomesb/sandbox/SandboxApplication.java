package com.wecomesb.sandbox;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The simulators alone, in a process of their own: a web server and nothing else of the bus.
 *
 * <p>No {@code @Configuration}, so that the bus's own component scan passes over it.
 */
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import(SandboxConfiguration.class)
public class SandboxApplication {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.address", "127.0.0.1",
            "spring.main.banner-mode", "off",
            "spring.jmx.enabled", "false",
            // A connection that is closed after a hundred requests costs a load test its speed.
            "server.tomcat.max-keep-alive-requests", "-1",
            "spring.servlet.multipart.max-file-size", "20MB",
            "spring.servlet.multipart.max-request-size", "21MB");

    /**
     * Starts them.
     *
     * @param arguments settings as Spring Boot takes them, {@code --server.port=N}, {@code
     *     --esb.sandbox.callback-url=URL}
     * @return running, to be closed by the caller
     */
    public static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(SandboxApplication.class);
        application.setDefaultProperties(DEFAULTS);
        String[] all = new String[arguments.length + 1];
        // Not a default: the file of the bus's own settings would win over it.
        all[0] = "--esb.sandbox.enabled=true";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return application.run(all);
    }

    public static void main(String[] arguments) {
        run(arguments);
    }
}
