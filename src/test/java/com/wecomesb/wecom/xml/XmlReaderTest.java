package com.wecomesb.wecom.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class XmlReaderTest {

    @ParameterizedTest
    @MethodSource("wellFormed")
    void readsTheTextOfAnElement(String xml, String expected) throws MalformedXml {
        assertThat(XmlReader.read(xml).text("a")).isEqualTo(expected);
    }

    static Stream<Arguments> wellFormed() {
        return Stream.of(
                argumentSet("text", "<xml><a>b</a></xml>", "b"),
                argumentSet("spaces are text", "<xml>\n <a> b </a>\n</xml>", " b "),
                argumentSet("CDATA", "<xml><a><![CDATA[<b>&amp;]]></a></xml>", "<b>&amp;"),
                argumentSet("CDATA in two parts", "<xml><a><![CDATA[]]]]><![CDATA[>]]></a></xml>", "]]>"),
                argumentSet("entities", "<xml><a>&lt;&gt;&amp;&quot;&apos;&#20320;&#x597d;</a></xml>", "<>&\"'你好"),
                argumentSet("unknown entities stay", "<xml><a>&nbsp;&&#xZ; AT&T</a></xml>", "&nbsp;&&#xZ; AT&T"),
                argumentSet("half an emoji", "<xml><a>&#xD83D;&#0;</a></xml>", "\uFFFD\uFFFD"),
                argumentSet("NUL", "<xml><a>\0</a></xml>", "\uFFFD"),
                argumentSet("control characters", "<xml><a><![CDATA[\u0008]]></a></xml>", "\u0008"),
                argumentSet("empty", "<xml><a/></xml>", ""),
                argumentSet("missing", "<xml><b/></xml>", ""),
                argumentSet(
                        "declaration, comment, BOM",
                        "\uFEFF<?xml version=\"1.0\"?><!-- c --><xml><a>b</a></xml> ",
                        "b"),
                argumentSet("attributes", "<xml x='1' y = \">\"><a z=\"\">b</a ></xml>", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "<",
                "<xml",
                "<xml>",
                "<xml><a>b</a>",
                "<xml><a>b</xml>",
                "<xml><a><![CDATA[b</a></xml>",
                "<xml></xml><xml></xml>",
                "<xml></xml>x",
                "<xml><!-- </xml>",
                "<xml a></xml>",
                "<xml a=b></xml>",
                "< xml></xml>",
                "<xml><!ELEMENT a></xml>"
            })
    void refusesWhatIsNotWellFormed(String xml) {
        assertThatExceptionOfType(MalformedXml.class)
                .isThrownBy(() -> XmlReader.read(xml))
                .matches(malformed -> !malformed.hasDoctype());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml><xml/>",
                "<?xml version=\"1.0\"?><!doctype xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml>&a;</xml>",
                "<xml><!DOCTYPE xml></xml>"
            })
    void refusesADoctype(String xml) {
        assertThatExceptionOfType(MalformedXml.class)
                .isThrownBy(() -> XmlReader.read(xml))
                .matches(MalformedXml::hasDoctype);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        // Given
        String xml = "<a>".repeat(20_000) + "</a>".repeat(20_000);

        // When
        Throwable refused = org.assertj.core.api.Assertions.catchThrowable(() -> XmlReader.read(xml));

        // Then
        assertThat(refused).isInstanceOf(MalformedXml.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "<a/>", "<![CDATA[x]]>", "<!---->", "<?a?>", "&#1;"})
    void readsALongDocumentInLinearTime(String piece) {
        // Given
        String xml = "<xml>" + piece.repeat(128 * 1024 / piece.length()) + "</xml>";

        // Then
        org.assertj.core.api.Assertions.assertThat(java.util.concurrent.CompletableFuture.runAsync(
                        () -> assertThatNoException().isThrownBy(() -> XmlReader.read(xml))))
                .succeedsWithin(Duration.ofSeconds(2));
    }

    @Test
    void readsListsAndGroups() throws MalformedXml {
        // When
        XmlElement xml = XmlReader.read("<xml><l><i>1</i><i>2</i></l><a>x</a><a>y</a></xml>");

        // Then
        assertThat(xml.items("l")).containsExactly("1", "2");
        assertThat(xml.texts("a")).containsExactly("x", "y");
        assertThat(xml.items("none")).isEqualTo(List.of());
    }

    @Property
    void agreesWithTheParserOfTheJdk(@ForAll @AlphaChars @NumericChars @Chars({' ', '你', '"', '\''}) String text)
            throws Exception {
        // Given
        String xml = "<xml><a>" + text + "</a><b><![CDATA[" + text + "]]></b></xml>";

        // When
        XmlElement read = XmlReader.read(xml);

        // Then
        var peer =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(read.text("a"))
                .isEqualTo(peer.getElementsByTagName("a").item(0).getTextContent());
        assertThat(read.text("b"))
                .isEqualTo(peer.getElementsByTagName("b").item(0).getTextContent());
    }
}
