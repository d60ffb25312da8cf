package com.wecomesb.book;

import java.time.Instant;

/** How often a row has answered, as far as the stored events tell. */
public record Hits(long count, Instant last) {}
