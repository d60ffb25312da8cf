/** The conditions of rules: one small class for each word of the language, and the registry that reads them. */
@NullMarked
package com.wecomesb.rule.condition;

import org.jspecify.annotations.NullMarked;
