package com.wecomesb.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of the simulators. No {@code @Component}, so that the bus's own scan does not find it: {@link
 * SandboxConfiguration} does, when the simulators are switched on.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Simulated {}
