package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;

/** {@code media/upload} (W90253): multipart with a part {@code media}. */
@Simulated
class MediaUpload implements ApiCall {

    private static final int SMALLEST = 5;
    private static final int HEAD = 12;
    private static final int MEGABYTE = 1 << 20;
    private static final Map<String, Integer> LARGEST =
            Map.of("image", 10 * MEGABYTE, "voice", 2 * MEGABYTE, "video", 10 * MEGABYTE, "file", 20 * MEGABYTE);

    private final MediaStore store;
    private final SandboxTime time;

    MediaUpload(MediaStore store, SandboxTime time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public String path() {
        return "media/upload";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        String type = request.parameter("type");
        Integer largest = LARGEST.get(type);
        if (largest == null) {
            return ApiAnswer.error(Errcode.WRONG_MEDIA_TYPE);
        }
        try {
            Part part = request.http().getPart("media");
            if (part == null || part.getSize() <= SMALLEST || part.getSize() > largest) {
                return ApiAnswer.error(Errcode.WRONG_MEDIA_SIZE);
            }
            byte[] content = part.getInputStream().readAllBytes();
            return isOf(type, content) ? stored(type, part, content) : ApiAnswer.error(Errcode.WRONG_MEDIA_CONTENT);
        } catch (IOException | ServletException notMultipart) {
            return ApiAnswer.error(Errcode.WRONG_PARAMETER);
        }
    }

    /** What WeCom plays and shows: JPG and PNG, AMR, MP4. A file may be anything. */
    private static boolean isOf(String type, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        return switch (type) {
            case "image" -> head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("\u0089PNG");
            case "voice" -> head.startsWith("#!AMR");
            case "video" -> head.startsWith("ftyp", 4);
            default -> true;
        };
    }

    private ApiAnswer stored(String type, Part part, byte[] content) {
        String name = part.getSubmittedFileName() == null ? type : part.getSubmittedFileName();
        String contentType =
                part.getContentType() == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : part.getContentType();
        String id = store.store(new MediaStore.Media(type, name, contentType, content));
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("media_id", id)
                // A text, as in WeCom's own answer.
                .put("created_at", Long.toString(time.seconds())));
    }
}
