package com.wecomesb.rule;

import com.wecomesb.rule.Case.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Lucene's reverse search with the term-filtered presearcher of several passes: keywords are phrases of single characters;
 * a regular expression is a phrase for its literal, and what it finds is tried.
 */
final class LuceneMonitor implements Engine {

    private static final int PASSES = 2;

    private final Monitor monitor;
    private final List<Tried> tried;

    LuceneMonitor(List<Case> rules) {
        tried = rules.stream().map(Tried::of).toList();
        try {
            monitor = new Monitor(new SingleCharacters(), new MultipassTermFilteredPresearcher(PASSES));
            monitor.register(rules.stream()
                    .map(rule -> new MonitorQuery(String.valueOf(rule.number()), query(rule), null, Map.of()))
                    .toList());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Query query(Case rule) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (rule.kind() == Kind.EXACT) {
            query.add(new TermQuery(new Term("core", rule.words().get(0))), Occur.MUST);
        } else if (rule.kind() == Kind.ALL) {
            rule.words().forEach(word -> query.add(phrase(word), Occur.MUST));
        } else {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            rule.words().forEach(word -> any.add(phrase(word), Occur.SHOULD));
            query.add(any.build(), Occur.MUST);
        }
        rule.except().forEach(word -> query.add(phrase(word), Occur.MUST_NOT));
        if (!rule.level().isEmpty()) {
            query.add(new TermQuery(new Term("level", rule.level())), Occur.MUST);
        }
        return query.build();
    }

    private static Query phrase(String word) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        word.codePoints().forEach(point -> phrase.add(new Term("text", Character.toString(point))));
        return phrase.build();
    }

    @Override
    public int first(Message message) {
        throw new UnsupportedOperationException("A monitor knows no priorities");
    }

    @Override
    public void all(Message message, Found found) {
        Document document = new Document();
        document.add(new TextField("text", message.text(), Field.Store.NO));
        document.add(new StringField("core", message.core(), Field.Store.NO));
        document.add(new StringField("level", message.level(), Field.Store.NO));
        try {
            for (QueryMatch match : monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
                int number = Integer.parseInt(match.getQueryId());
                Tried rule = tried.get(number);
                if (rule.rule().kind() != Kind.REGEX || rule.holds(message)) {
                    found.add(number);
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Every character is a token. */
    private static final class SingleCharacters extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new NGramTokenizer(1, 1));
        }
    }
}
