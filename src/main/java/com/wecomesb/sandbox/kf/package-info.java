/** The simulated 微信客服: accounts with their log and sessions, the API calls on them, and what customers and servicers do. */
@NullMarked
package com.wecomesb.sandbox.kf;

import org.jspecify.annotations.NullMarked;
