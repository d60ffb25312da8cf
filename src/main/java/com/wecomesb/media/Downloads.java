package com.wecomesb.media;

import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files that customers sent, fetched from WeCom when they are handed on: WeCom keeps them for three days. */
@Component
public class Downloads {

    private final WecomClient wecom;

    Downloads(WecomClient wecom) {
        this.wecom = wecom;
    }

    /**
     * A file as it was sent.
     *
     * @param extension what its name should end with, {@code jpg}
     * @param type the media type by its first bytes, {@code image/jpeg}
     */
    public record Downloaded(String extension, String type, byte[] content) {

        /** Without the content: it is a customer's. */
        @Override
        public String toString() {
            return "Downloaded[" + type + "]";
        }
    }

    /**
     * The file, or nothing when WeCom has it no more or it is too large to be read.
     *
     * @param app the app that received it, by its name in the settings
     * @throws WecomCallFailed when it may be there, but cannot be had now
     */
    public Optional<Downloaded> of(String app, String mediaId) {
        try {
            byte[] content = wecom.download(app, mediaId);
            MediaFormat format = MediaFormat.of(content);
            return Optional.of(new Downloaded(format.extension(), format.type(), content));
        } catch (WecomCallFailed failed) {
            if (failed.outcome() == CallOutcome.PERMANENT) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
