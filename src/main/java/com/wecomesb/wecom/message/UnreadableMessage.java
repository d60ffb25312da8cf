package com.wecomesb.wecom.message;

import java.util.List;

/** A plaintext that WeCom signed and that is no XML; kept whole, because nobody sends it again. */
public record UnreadableMessage(Header header, String plaintext) implements WecomMessage {

    @Override
    public List<String> identity() {
        return List.of(plaintext);
    }

    @Override
    public boolean ofOneApp() {
        return true;
    }

    @Override
    public String toString() {
        return "UnreadableMessage[" + plaintext.length() + " characters]";
    }
}
