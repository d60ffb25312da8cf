package com.wecomesb.configuration.simulation;

import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Beside a real WeCom the simulators answer on a listener of their own that only this machine can reach. */
@Component
@ConditionalOnProperty("esb.sandbox.own-listener")
class SandboxListener implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int port;

    SandboxListener(@Value("${esb.sandbox.port}") int port) {
        this.port = port;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(InetAddress.getLoopbackAddress());
        }
        factory.addAdditionalTomcatConnectors(connector);
    }
}
