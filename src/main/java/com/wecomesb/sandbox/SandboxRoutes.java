package com.wecomesb.sandbox;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The addresses that one part of the simulators answers. */
public interface SandboxRoutes {

    RouterFunction<ServerResponse> routes();
}
