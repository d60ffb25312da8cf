/** Which systems are simulated, and that nothing of a simulation can be reached from outside this machine. */
@NullMarked
package com.wecomesb.configuration.simulation;

import org.jspecify.annotations.NullMarked;
