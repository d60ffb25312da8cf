/** The simulated CRM: contacts under {@code /sandbox/crm}. */
@NullMarked
package com.wecomesb.sandbox.crm;

import org.jspecify.annotations.NullMarked;
