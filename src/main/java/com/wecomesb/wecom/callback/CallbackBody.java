package com.wecomesb.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body, never more of it than is allowed. */
final class CallbackBody {

    private CallbackBody() {}

    static String read(HttpServletRequest request, int limit) throws CallbackRejected {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw CallbackRejected.because(Reason.TOO_LARGE);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(limit + 1);
            if (body.length > limit) {
                throw CallbackRejected.because(Reason.TOO_LARGE);
            }
            if (body.length < announced) {
                throw CallbackRejected.because(Reason.NOT_XML);
            }
            return new String(body, UTF_8);
        } catch (IOException brokenOff) {
            throw CallbackRejected.because(Reason.NOT_XML);
        }
    }
}
