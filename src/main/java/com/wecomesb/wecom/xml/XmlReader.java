package com.wecomesb.wecom.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the small XML documents of WeCom: elements, text, CDATA, comments, the predefined and numeric entities.
 *
 * <p>Written by hand for two reasons. It is several times as fast as a general parser, and the receive path parses twice
 * for each message. And it has no DTD, no entity of its own, no external access, so there is nothing to switch off. It
 * takes characters that XML forbids (control characters, half an emoji) as they are: customers send them, WeCom passes
 * them on, and a strict parser would lose the message.
 */
public final class XmlReader {

    private static final int MAX_DEPTH = 32;

    private final String source;
    private int position;

    private XmlReader(String source) {
        this.source = source;
    }

    /**
     * Reads one document.
     *
     * @throws MalformedXml if it is truncated, is not XML at all or has a DOCTYPE
     */
    public static XmlElement read(String source) throws MalformedXml {
        // NUL is the one character that the stores behind us refuse.
        return new XmlReader(source.replace('\0', '\uFFFD')).document();
    }

    private XmlElement document() throws MalformedXml {
        if (source.startsWith("\uFEFF")) {
            position = 1;
        }
        skipMisc();
        if (position == source.length() || source.charAt(position) != '<') {
            throw problem("an element is expected");
        }
        XmlElement root = element(0);
        skipMisc();
        if (position < source.length()) {
            throw problem("nothing may follow the root element");
        }
        return root;
    }

    /** Reads the element whose {@code <} is at the current position. */
    private XmlElement element(int depth) throws MalformedXml {
        if (depth > MAX_DEPTH) {
            throw problem("too deeply nested");
        }
        position++;
        String name = name();
        if (skipAttributes()) {
            return new XmlElement(name, "", List.of());
        }
        return content(name, depth);
    }

    private XmlElement content(String name, int depth) throws MalformedXml {
        String text = "";
        List<XmlElement> children = List.of();
        while (true) {
            int tag = indexOf("<", position);
            if (tag > position) {
                text = text.concat(Entities.resolve(source.substring(position, tag)));
                position = tag;
            }
            if (source.startsWith("</", position)) {
                endTag(name);
                return new XmlElement(name, children.isEmpty() ? text : "", List.copyOf(children));
            } else if (source.startsWith("<![CDATA[", position)) {
                int end = indexOf("]]>", position + 9);
                text = text.concat(source.substring(position + 9, end));
                position = end + 3;
            } else if (isMarkup()) {
                skipMarkup();
            } else {
                children = children.isEmpty() ? new ArrayList<>() : children;
                children.add(element(depth + 1));
            }
        }
    }

    private void endTag(String name) throws MalformedXml {
        position += 2;
        if (!source.startsWith(name, position)) {
            throw problem("an end tag does not match its start tag");
        }
        position += name.length();
        skipWhitespace();
        expect('>');
    }

    private String name() throws MalformedXml {
        int start = position;
        while (position < source.length() && isNameCharacter(source.charAt(position))) {
            position++;
        }
        if (position == start) {
            throw problem("a tag's name is expected");
        }
        return source.substring(start, position);
    }

    /** Passes over attributes, which WeCom does not use, to the tag's end; true if the element is empty. */
    private boolean skipAttributes() throws MalformedXml {
        while (true) {
            skipWhitespace();
            char next = current();
            if (next == '>') {
                position++;
                return false;
            }
            if (next == '/') {
                position++;
                expect('>');
                return true;
            }
            name();
            skipWhitespace();
            expect('=');
            skipWhitespace();
            char quote = current();
            if (quote != '"' && quote != '\'') {
                throw problem("a quoted value is expected");
            }
            position = indexOf(String.valueOf(quote), position + 1) + 1;
        }
    }

    private void skipMisc() throws MalformedXml {
        skipWhitespace();
        while (isMarkup()) {
            skipMarkup();
            skipWhitespace();
        }
    }

    private boolean isMarkup() {
        return source.startsWith("<!", position) || source.startsWith("<?", position);
    }

    private void skipMarkup() throws MalformedXml {
        if (source.startsWith("<?", position)) {
            position = indexOf("?>", position + 2) + 2;
        } else if (source.startsWith("<!--", position)) {
            position = indexOf("-->", position + 4) + 3;
        } else if (source.regionMatches(true, position, "<!DOCTYPE", 0, 9)) {
            throw MalformedXml.doctype(position);
        } else {
            throw problem("a declaration is not expected");
        }
    }

    private void skipWhitespace() {
        while (position < source.length() && isWhitespace(source.charAt(position))) {
            position++;
        }
    }

    private void expect(char expected) throws MalformedXml {
        if (current() != expected) {
            throw problem("'" + expected + "' is expected");
        }
        position++;
    }

    private char current() throws MalformedXml {
        if (position >= source.length()) {
            throw problem("the document ends too early");
        }
        return source.charAt(position);
    }

    private int indexOf(String wanted, int from) throws MalformedXml {
        int found = source.indexOf(wanted, from);
        if (found < 0) {
            position = source.length();
            throw problem("the document ends too early");
        }
        return found;
    }

    private MalformedXml problem(String what) {
        return new MalformedXml(what, position);
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
    }

    private static boolean isWhitespace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
