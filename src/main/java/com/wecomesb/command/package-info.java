/** The command line: the same jar, with subcommands for those who run the bus and those who write its files. */
@NullMarked
package com.wecomesb.command;

import org.jspecify.annotations.NullMarked;
