package com.wecomesb.understanding;

import com.wecomesb.understanding.Understanding.Guess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The questions that the reply library has answers for. Lucene finds the few that share most with a text, whatever the
 * library's size; how alike they really are is then said by their {@link Features}. Immutable and safe for any number of
 * threads.
 */
final class QuestionIndex {

    private static final String FEATURE = "feature";
    private static final int CANDIDATES = 32;
    private static final int ANSWERS = 5;

    private record Question(String replyId, Features features) {}

    private final List<Question> questions;
    private final IndexSearcher searcher;

    private QuestionIndex(List<Question> questions, IndexSearcher searcher) {
        this.questions = questions;
        this.searcher = searcher;
    }

    /** @param questions the normalised questions by the ids of the replies that answer them */
    static QuestionIndex of(Map<String, List<String>> questions) {
        List<Question> all = new ArrayList<>();
        questions.forEach((replyId, texts) -> texts.stream()
                .map(Features::of)
                .filter(features -> !features.isEmpty())
                .forEach(features -> all.add(new Question(replyId, features))));
        return new QuestionIndex(List.copyOf(all), searcher(all));
    }

    /** Documents keep the order in which they were added, so that a document's number is its question's. */
    private static IndexSearcher searcher(List<Question> questions) {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            IndexWriterConfig inOrder = new IndexWriterConfig().setMergePolicy(new LogDocMergePolicy());
            try (IndexWriter writer = new IndexWriter(memory, inOrder)) {
                for (Question question : questions) {
                    Document document = new Document();
                    question.features()
                            .names()
                            .forEach(name -> document.add(new StringField(FEATURE, name, Field.Store.NO)));
                    writer.addDocument(document);
                }
            }
            return new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The replies whose questions are most like this normalised text, each once, the best first; at most five. */
    List<Guess> nearest(String normalizedText) {
        Features asked = questions.isEmpty() ? Features.of("") : Features.of(normalizedText);
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (ScoreDoc candidate : candidates(asked)) {
            Question question = questions.get(candidate.doc);
            best.merge(question.replyId(), question.features().likeness(asked), Math::max);
        }
        return best.entrySet().stream()
                .map(entry -> new Guess(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Guess::score).reversed().thenComparing(Guess::name))
                .limit(ANSWERS)
                .toList();
    }

    private ScoreDoc[] candidates(Features asked) {
        try {
            return searcher.search(query(asked), CANDIDATES).scoreDocs;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Query query(Features asked) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (int i = 0; i < asked.names().size(); i++) {
            Query feature = new TermQuery(new Term(FEATURE, asked.names().get(i)));
            any.add(new BoostQuery(feature, asked.weights()[i]), Occur.SHOULD);
        }
        return any.build();
    }
}
