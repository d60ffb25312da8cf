/** Statements over many rows at once, the same on H2 and PostgreSQL. */
@NullMarked
package com.wecomesb.database;

import org.jspecify.annotations.NullMarked;
