/**
 * The Camel component {@code table:}, which finds, writes and follows the rows of a table in a database of the house. Values are
 * parameters of prepared statements; names are those that the database itself gives its tables and columns.
 */
@NullMarked
package com.wecomesb.connector.sql;

import org.jspecify.annotations.NullMarked;
