/**
 * The perform step: claims actions with leases, calls the destination's route, writes what came of it, and sees to it
 * that what waits is tried again in the order of its lane.
 */
@NullMarked
package com.wecomesb.perform;

import org.jspecify.annotations.NullMarked;
