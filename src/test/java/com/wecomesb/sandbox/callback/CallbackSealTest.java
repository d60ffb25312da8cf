package com.wecomesb.sandbox.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.sandbox.SandboxDefaults;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What is sealed here is opened by an implementation that is not ours. */
class CallbackSealTest {

    private final CallbackSeal seal =
            new CallbackSeal(SandboxDefaults.TOKEN, SandboxDefaults.ENCODING_AES_KEY, SandboxDefaults.CORP_ID);
    private final WxCryptUtil theirs =
            new WxCryptUtil(SandboxDefaults.TOKEN, SandboxDefaults.ENCODING_AES_KEY, SandboxDefaults.CORP_ID);

    private String opened(CallbackSeal.Sealed sealed) {
        return theirs.decryptContent(sealed.signature(), sealed.timestamp(), sealed.nonce(), sealed.encrypt());
    }

    @Property(tries = 200)
    void isOpenedByWxJavaWhateverTheLength(@ForAll @StringLength(max = 120) String plaintext) {
        // Given: what is no Unicode text cannot survive UTF-8
        String text = new String(plaintext.getBytes(UTF_8), UTF_8);

        // When
        CallbackSeal.Sealed sealed = seal.seal(text, 1_800_000_000L);

        // Then
        assertThat(opened(sealed)).isEqualTo(text);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        // When
        CallbackSeal.Sealed first = seal.seal("你好", 1_800_000_000L);
        CallbackSeal.Sealed second = seal.seal("你好", 1_800_000_000L);

        // Then
        assertThat(first.encrypt()).isNotEqualTo(second.encrypt());
        assertThat(first.nonce()).isNotEqualTo(second.nonce());
    }
}
