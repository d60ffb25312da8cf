/**
 * What changes in other systems, as events on the bus: hints at records ({@link com.wecomesb.connector.change.RecordHints}),
 * fetching them, reading all changes behind a cursor, and telling what happened from what was known before.
 */
@NullMarked
package com.wecomesb.connector.change;

import org.jspecify.annotations.NullMarked;
