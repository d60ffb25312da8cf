package com.wecomesb.media;

import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Gives files to WeCom before they are sent. Each content goes to a corp once; it is given again half a day before WeCom
 * forgets it, and however many messages want it at the same time, one of them uploads it.
 */
@Component
public class Uploads {

    /** WeCom keeps media for three days (W90253). */
    static final Duration KEPT = Duration.ofDays(3);

    /** From this age on an upload is renewed with its next use. */
    static final Duration RENEWED_AFTER = KEPT.minusHours(12);

    private final WecomClient wecom;
    private final WecomSettings settings;
    private final MediaFolder folder;
    private final MediaIds ids;
    private final Clock clock;
    private final Map<MediaKey, CompletableFuture<Uploaded>> underWay = new ConcurrentHashMap<>();

    Uploads(WecomClient wecom, WecomSettings settings, MediaFolder folder, MediaIds ids, Clock clock) {
        this.wecom = wecom;
        this.settings = settings;
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A file as WeCom knows it.
     *
     * @param fresh whether it was uploaded for this very message
     */
    public record Uploaded(String mediaId, MediaKey key, boolean fresh) {}

    /**
     * The {@code media_id} of a file, which is uploaded where it has none that is good.
     *
     * @param app the app to upload as, by its name in the settings
     * @param path below the routes folder
     * @param kind {@code image}, {@code voice}, {@code video} or {@code file}
     * @throws MediaMissing when there is no such file
     * @throws WecomCallFailed when WeCom does not take it
     */
    public Uploaded of(String app, String path, String kind) {
        MediaFile file = folder.find(path).orElseThrow(() -> new MediaMissing(path));
        String corp = settings.app(app).map(WecomSettings.App::corpId).orElse(app);
        MediaKey key = new MediaKey(corp, file.sha256(), kind);
        Instant now = clock.instant();
        Optional<MediaIds.Known> known =
                ids.find(key).filter(id -> id.uploadedAt().plus(KEPT).isAfter(now));
        if (known.isPresent() && known.get().uploadedAt().plus(RENEWED_AFTER).isAfter(now)) {
            return new Uploaded(known.get().mediaId(), key, false);
        }
        try {
            return together(key, app, path);
        } catch (WecomCallFailed failure) {
            // The one that is to be renewed is still good for hours.
            return known.map(id -> new Uploaded(id.mediaId(), key, false)).orElseThrow(() -> failure);
        }
    }

    /** WeCom does not know it any more, whatever its age. */
    public void forget(Uploaded uploaded) {
        ids.forget(uploaded.key(), uploaded.mediaId());
    }

    private Uploaded together(MediaKey key, String app, String path) {
        CompletableFuture<Uploaded> mine = new CompletableFuture<>();
        CompletableFuture<Uploaded> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return joined(first);
        }
        try {
            Uploaded uploaded = upload(key, app, path);
            mine.complete(uploaded);
            return uploaded;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            underWay.remove(key);
        }
    }

    private static Uploaded joined(CompletableFuture<Uploaded> first) {
        try {
            return first.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private Uploaded upload(MediaKey key, String app, String path) {
        byte[] content = folder.content(path).orElseThrow(() -> new MediaMissing(path));
        String name = path.substring(path.lastIndexOf('/') + 1);
        String mediaId =
                wecom.upload(app, key.kind(), name, content).path("media_id").asText();
        // The file may have been replaced since it was looked at: what was sent counts.
        MediaKey sent =
                new MediaKey(key.corp(), MediaFolder.describe(path, content).sha256(), key.kind());
        ids.keep(sent, mediaId, clock.instant());
        return new Uploaded(mediaId, sent, true);
    }
}
