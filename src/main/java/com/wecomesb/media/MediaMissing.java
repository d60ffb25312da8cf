package com.wecomesb.media;

/** A file that was to be sent is not there any more. */
public final class MediaMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    MediaMissing(String path) {
        super("No such file to send: " + path);
        this.path = path;
    }

    /** Below the routes folder. */
    public String path() {
        return path;
    }
}
