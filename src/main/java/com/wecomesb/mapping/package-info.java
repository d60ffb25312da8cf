/**
 * Field mapping between two shapes of a document: tables in {@code routes/mappings}, each compiled once to a plan over
 * Jackson nodes. {@link com.wecomesb.mapping.MappingSet} reads and finds them, {@link com.wecomesb.mapping.Mapping} runs one,
 * the Camel component {@code mapping:} offers them to routes.
 */
@NullMarked
package com.wecomesb.mapping;

import org.jspecify.annotations.NullMarked;
