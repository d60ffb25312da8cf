/** Actions: what was decided and is to be done, each a row of the database and its state. */
@NullMarked
package com.wecomesb.action;

import org.jspecify.annotations.NullMarked;
