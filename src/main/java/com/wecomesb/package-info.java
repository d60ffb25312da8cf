/** The application: starts the bus; everything else lives in one package per capability. */
@NullMarked
package com.wecomesb;

import org.jspecify.annotations.NullMarked;
