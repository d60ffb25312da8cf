/** Places in a document: {@code properties.phone}, {@code lines[].sku}. Knows nothing of tables. */
@NullMarked
package com.wecomesb.mapping.path;

import org.jspecify.annotations.NullMarked;
