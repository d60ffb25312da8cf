package com.wecomesb.wecom.xml;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One element as it was read: either a text or children. Immutable.
 *
 * @param name the tag's name, case as sent
 * @param text the character data, empty where there are children
 * @param children the elements inside, in their order
 */
public record XmlElement(String name, String text, List<XmlElement> children) {

    /** The first child of that name, or null. */
    public @Nullable XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The text of the first child of that name; a missing child reads as an empty text. */
    public String text(String childName) {
        XmlElement child = child(childName);
        return child == null ? "" : child.text;
    }

    /** The texts of all children of that name. */
    public List<String> texts(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName))
                .map(XmlElement::text)
                .toList();
    }

    /** The texts of everything inside a child, such as the items of a list; a missing child reads as an empty list. */
    public List<String> items(String childName) {
        XmlElement child = child(childName);
        return child == null
                ? List.of()
                : child.children.stream().map(XmlElement::text).toList();
    }

    /** The names only: an element may be logged, its text may not. */
    @Override
    public String toString() {
        return children.isEmpty()
                ? "<" + name + ">"
                : "<" + name + ">" + children.stream().map(XmlElement::toString).collect(Collectors.joining());
    }
}
