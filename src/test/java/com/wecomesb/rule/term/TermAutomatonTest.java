package com.wecomesb.rule.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TermAutomatonTest {

    @Provide
    Arbitrary<List<String>> terms() {
        return Arbitraries.strings()
                .withChars("ab退")
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .uniqueElements()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("ab退!").ofMaxLength(16);
    }

    @Property
    void findsWhatOccurs(@ForAll("terms") List<String> terms, @ForAll("text") String text) {
        // When
        TermHits hits = TermAutomaton.of(terms).find(text);
        // Then
        List<String> found = new ArrayList<>();
        for (int i = 0; i < hits.count(); i++) {
            found.add(terms.get(hits.get(i)));
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        terms.stream().filter(text::contains).toList());
        assertThat(hits.whole()).isEqualTo(terms.indexOf(Core.text(text)));
        for (int i = 0; i < terms.size(); i++) {
            assertThat(hits.contains(i)).isEqualTo(text.contains(terms.get(i)));
        }
    }

    @Test
    void findsManyDifferentTermsInOneText() {
        // Given
        List<String> terms = new ArrayList<>();
        for (int i = 1000; i < 3000; i++) {
            terms.add("t" + i);
        }
        // When
        TermHits hits = TermAutomaton.of(terms).find(String.join(" ", terms));
        // Then
        assertThat(hits.count()).isEqualTo(2000);
    }

    @Test
    void nothingIsFoundWhereThereAreNoTerms() {
        assertThat(TermAutomaton.of(List.of()).find("退货").count()).isZero();
    }
}
