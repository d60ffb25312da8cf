package com.wecomesb.api.door;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Says at the end of the start where the page is, and how to get there from another machine. */
final class PageAddress implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(PageAddress.class);

    private final DoorSettings settings;
    private final Map<String, String> processEnvironment;

    PageAddress(DoorSettings settings, Map<String, String> processEnvironment) {
        this.settings = settings;
        this.processEnvironment = processEnvironment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (settings.simulatesWecom()
                && ready.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            int port = context.getWebServer().getPort();
            log.atInfo().addKeyValue("simulated", settings.simulated()).log("open http://localhost:" + port + "/");
            if (isBrowserFar()) {
                log.info(sshLine(port));
            }
        }
    }

    /** The way from the desk to a machine that has no browser. */
    static String sshLine(int port) {
        return "from another machine: ssh -L " + port + ":127.0.0.1:" + port
                + " USER@THIS-MACHINE, then open http://localhost:" + port + "/ there";
    }

    private boolean isBrowserFar() {
        boolean remote = processEnvironment.containsKey("SSH_CONNECTION");
        boolean desktop = processEnvironment.containsKey("DISPLAY")
                || processEnvironment.containsKey("WAYLAND_DISPLAY")
                || !System.getProperty("os.name", "").startsWith("Linux");
        return remote || !desktop;
    }
}
