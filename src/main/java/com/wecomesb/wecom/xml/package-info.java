/** The XML that WeCom speaks, read quickly and without the features of XML that an attacker wants. */
@NullMarked
package com.wecomesb.wecom.xml;

import org.jspecify.annotations.NullMarked;
