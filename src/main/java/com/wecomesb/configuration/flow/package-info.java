/** The Camel files of a snapshot: checked aside, loaded at the start, the company's own replaced at a reload. */
@NullMarked
package com.wecomesb.configuration.flow;

import org.jspecify.annotations.NullMarked;
