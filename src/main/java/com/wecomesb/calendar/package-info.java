/** Calendars with public holidays, and the hours of business by name: {@code routes/calendars}. May use {@code document}. */
@NullMarked
package com.wecomesb.calendar;

import org.jspecify.annotations.NullMarked;
