package com.wecomesb.sandbox.callback;

/** The XML of a callback before it is sealed, element by element in WeCom's order and style. */
public final class PlainXml {

    private final StringBuilder xml = new StringBuilder("<xml>");

    public PlainXml text(String element, String value) {
        // An end of the section within the text is spread over two sections.
        String safe = value.replace("]]>", "]]]]><![CDATA[>");
        xml.append('<').append(element).append("><![CDATA[").append(safe).append("]]></");
        xml.append(element).append('>');
        return this;
    }

    public PlainXml number(String element, Object value) {
        xml.append('<').append(element).append('>').append(value);
        xml.append("</").append(element).append('>');
        return this;
    }

    @Override
    public String toString() {
        return xml + "</xml>";
    }
}
