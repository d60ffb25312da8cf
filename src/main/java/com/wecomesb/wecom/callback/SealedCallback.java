package com.wecomesb.wecom.callback;

/**
 * A plaintext after encryption and signature, with the two values that the signature covers.
 *
 * @param signature lower-case hexadecimal SHA-1
 * @param timestamp seconds since 1970
 * @param nonce any text without meaning
 * @param encrypt the ciphertext in Base64
 */
public record SealedCallback(String signature, String timestamp, String nonce, String encrypt) {

    /** The body of a callback as WeCom posts it; signature, timestamp and nonce go into the address. */
    public String asRequest(String corpId, int agentId) {
        return "<xml><ToUserName><![CDATA[" + corpId + "]]></ToUserName><AgentID><![CDATA[" + agentId
                + "]]></AgentID><Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>";
    }

    /** The query of the address that WeCom posts a callback to. */
    public String asQuery() {
        return "msg_signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
    }

    /** The body of an answer that replies at once (passive reply, W90241). */
    public String asReply() {
        return "<xml><Encrypt><![CDATA[" + encrypt + "]]></Encrypt><MsgSignature><![CDATA[" + signature
                + "]]></MsgSignature><TimeStamp>" + timestamp + "</TimeStamp><Nonce><![CDATA[" + nonce
                + "]]></Nonce></xml>";
    }
}
