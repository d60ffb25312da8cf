package com.wecomesb.command;

import com.wecomesb.sandbox.SandboxApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the simulators alone, until the process is ended. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the simulators of WeCom, CRM, shop and ticket system in a process of their own.",
            "Settings: --server.port=N, --esb.sandbox.callback-url=http://HOST:PORT/callback/wecom/{app}"
        })
final class SandboxCommand implements Callable<Integer> {

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        SandboxApplication.run(settings.toArray(String[]::new));
        new CountDownLatch(1).await();
        return 0;
    }
}
