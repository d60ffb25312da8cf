package com.wecomesb.wecom.xml;

/** A text is not the XML that WeCom sends; the message names the place, never the text. */
public final class MalformedXml extends Exception {

    private final boolean doctype;

    MalformedXml(String problem, int position) {
        this(problem, position, false);
    }

    private MalformedXml(String problem, int position, boolean doctype) {
        // No stack trace: whoever can reach the callback address can cause this exception as often as he likes.
        super(problem + " at character " + position, null, false, false);
        this.doctype = doctype;
    }

    static MalformedXml doctype(int position) {
        return new MalformedXml("a document type declaration is refused", position, true);
    }

    /** Whether it was refused for its DOCTYPE, which WeCom never sends and attacks on XML readers begin with. */
    public boolean hasDoctype() {
        return doctype;
    }
}
