/** What documents look like, by their JSON Schemas. */
@NullMarked
package com.wecomesb.mapping.shape;

import org.jspecify.annotations.NullMarked;
