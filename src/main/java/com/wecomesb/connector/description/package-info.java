/** The description file of a connector, {@code connectors/NAME.connector.yaml}: how a system is spoken to. */
@NullMarked
package com.wecomesb.connector.description;

import org.jspecify.annotations.NullMarked;
