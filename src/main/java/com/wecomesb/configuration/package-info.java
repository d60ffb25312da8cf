/**
 * Where the files of the routes folder come from, and the one checked snapshot of them that is in force. May use
 * {@code document} and the owners of the formats: {@code book}, {@code rule}, {@code reply}, {@code mapping}, {@code connector},
 * {@code decision}, {@code understanding}.
 */
@NullMarked
package com.wecomesb.configuration;

import org.jspecify.annotations.NullMarked;
