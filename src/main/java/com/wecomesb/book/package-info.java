/**
 * Reply books: what a team keeps in a spreadsheet, each row a question, its answer and when it holds. A row becomes a rule
 * and a reply like those of YAML files; nothing here decides. May use {@code document} only.
 */
@NullMarked
package com.wecomesb.book;

import org.jspecify.annotations.NullMarked;
