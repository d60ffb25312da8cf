/**
 * Which record of another system is which of ours: the link table with the last synchronised hash of each field on both
 * sides, so that only changes travel and none comes back as an echo.
 */
@NullMarked
package com.wecomesb.connector.link;

import org.jspecify.annotations.NullMarked;
