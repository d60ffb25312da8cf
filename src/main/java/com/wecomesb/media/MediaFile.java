package com.wecomesb.media;

/**
 * A file that replies may send, without its content.
 *
 * @param path below the routes folder, {@code replies/files/退货流程.png}
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 */
public record MediaFile(String path, long size, String sha256, MediaFormat format) {}
