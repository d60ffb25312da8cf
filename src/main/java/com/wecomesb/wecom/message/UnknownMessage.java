package com.wecomesb.wecom.message;

import com.wecomesb.wecom.xml.XmlElement;
import java.util.List;

/**
 * A type that no record here stands for; it is kept whole, because WeCom adds types without asking.
 *
 * @param type {@code MsgType}, for events {@code event/Event} and {@code event/Event/ChangeType}
 */
public record UnknownMessage(Header header, String type) implements WecomMessage {

    /** All of its fields. */
    public List<XmlElement> fields() {
        return header.source().children();
    }

    @Override
    public List<String> identity() {
        return header.everything();
    }

    @Override
    public boolean ofOneApp() {
        return header.agentId() != null;
    }
}
