package com.wecomesb.media;

/**
 * What is uploaded once: all apps of a corp may use it (W90253).
 *
 * @param sha256 of the content
 * @param kind what it is uploaded as
 */
public record MediaKey(String corp, String sha256, String kind) {}
