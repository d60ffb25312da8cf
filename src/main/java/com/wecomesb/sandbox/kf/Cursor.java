package com.wecomesb.sandbox.kf;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.OptionalLong;

/** A position in an account's log as the caller sees it: meaningless, and of use for that account only. */
final class Cursor {

    private static final int BYTES = Integer.BYTES + Long.BYTES;

    private Cursor() {}

    static String of(KfAccount account, long position) {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).putInt(account.id().hashCode()).putLong(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The position; 0 for no cursor, empty for one that was not given for this account. */
    static OptionalLong position(KfAccount account, String cursor) {
        if (cursor.isEmpty()) {
            return OptionalLong.of(0);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            boolean isOurs =
                    bytes.remaining() == BYTES && bytes.getInt() == account.id().hashCode();
            return isOurs ? OptionalLong.of(bytes.getLong()) : OptionalLong.empty();
        } catch (IllegalArgumentException noBase64) {
            return OptionalLong.empty();
        }
    }
}
