/** JSLT as connector files and Kamelets use it: the language itself, our functions, and a Camel language of that name. */
@NullMarked
package com.wecomesb.connector.expression;

import org.jspecify.annotations.NullMarked;
