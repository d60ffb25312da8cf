package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import com.wecomesb.wecom.xml.MalformedXml;
import com.wecomesb.wecom.xml.XmlElement;
import com.wecomesb.wecom.xml.XmlReader;
import java.util.List;

/** The outer XML of a callback, of which only the ciphertext is of use: everything that counts is inside. */
final class CallbackEnvelope {

    private CallbackEnvelope() {}

    /** Finds the one {@code Encrypt} element. */
    static String encryptIn(String body) throws CallbackRejected {
        if (looksLikeJson(body)) {
            throw CallbackRejected.because(Reason.JSON);
        }
        try {
            XmlElement envelope = XmlReader.read(body);
            List<String> encrypt = envelope.texts("Encrypt");
            if (!envelope.name().equals("xml") || encrypt.size() != 1) {
                throw CallbackRejected.because(Reason.NOT_XML);
            }
            return encrypt.get(0).strip();
        } catch (MalformedXml malformed) {
            throw CallbackRejected.because(malformed.hasDoctype() ? Reason.DOCTYPE : Reason.NOT_XML);
        }
    }

    private static boolean looksLikeJson(String body) {
        String start = body.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }
}
