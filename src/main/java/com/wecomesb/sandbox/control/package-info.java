/** Control and inspection of the simulators under {@code /sandbox/control}, for the page and for tests. */
@NullMarked
package com.wecomesb.sandbox.control;

import org.jspecify.annotations.NullMarked;
