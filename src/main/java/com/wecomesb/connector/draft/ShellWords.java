package com.wecomesb.connector.draft;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of a POSIX shell apart as the shell does, without running or expanding anything. */
final class ShellWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException} when a quote is not closed. */
    static List<String> of(String text) {
        return new ShellWords(text.replace("\\\r\n", " ").replace("\\\n", " ")).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\'') {
                quoted('\'', false);
            } else if (next == '$' && at < text.length() && text.charAt(at) == '\'') {
                at++;
                quoted('\'', true);
            } else if (next == '"') {
                quoted('"', true);
            } else if (next == '\\' && at < text.length()) {
                add(text.charAt(at++));
            } else if (Character.isWhitespace(next)) {
                end();
            } else {
                add(next);
            }
        }
        end();
        return words;
    }

    private void quoted(char quote, boolean escapes) {
        inWord = true;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == quote) {
                return;
            }
            if (escapes && next == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                boolean plain = quote == '"' && "\"\\$`".indexOf(escaped) < 0;
                word.append(plain ? "\\" : "").append(quote == '\'' && escaped == 'n' ? '\n' : escaped);
            } else {
                word.append(next);
            }
        }
        throw new IllegalArgumentException("引号没有成对:" + quote);
    }

    private void add(char character) {
        inWord = true;
        word.append(character);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
