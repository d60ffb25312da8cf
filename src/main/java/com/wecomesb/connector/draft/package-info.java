/** The first version of a connector's files, made of a call that an engineer has tried with curl. */
@NullMarked
package com.wecomesb.connector.draft;

import org.jspecify.annotations.NullMarked;
