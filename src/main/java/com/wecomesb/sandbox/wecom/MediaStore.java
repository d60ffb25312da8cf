package com.wecomesb.sandbox.wecom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Media for three days (W90253), as many as fit into 32 MiB. */
@Simulated
public class MediaStore {

    private static final long MOST_BYTES = 32L << 20;
    private static final Duration LIFE = Duration.ofDays(3);
    /** One green point: what a simulated customer photographs. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkOJD4HwAEJAIpTZgO3AAAAABJRU5ErkJggg==");

    private final Ids ids;
    private final Cache<String, Media> media;

    MediaStore(Ids ids, SandboxTime time) {
        this.ids = ids;
        this.media = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterWrite(LIFE)
                .maximumWeight(MOST_BYTES)
                .weigher((String id, Media content) -> content.content().length)
                .build();
    }

    /** @param kind what it was uploaded as */
    record Media(String kind, String name, String contentType, byte[] content) {}

    String store(Media content) {
        String id = ids.text("sandboxMedia_");
        media.put(id, content);
        return id;
    }

    /** A new picture; the media_id. */
    public String storePicture() {
        return store(new Media("image", "photo.png", "image/png", PICTURE));
    }

    /** Whether a message can show it as this. */
    public boolean isThere(String id, String kind) {
        Media found = find(id);
        return found != null && found.kind().equals(kind);
    }

    @Nullable
    Media find(String id) {
        return media.getIfPresent(id);
    }
}
