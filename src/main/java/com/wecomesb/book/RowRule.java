package com.wecomesb.book;

import com.wecomesb.document.Written;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A row said in the languages of rules and of replies; each value stands where its cell is. */
final class RowRule {

    private static final String PICTURES = "files/";

    private final Book book;
    private final Row row;

    RowRule(Book book, Row row) {
        this.book = book;
        this.row = row;
    }

    YamlNode rule() {
        Map<String, YamlNode> rule = new LinkedHashMap<>();
        rule.put("id", text(Column.NUMBER, book.idOf(row)));
        rule.put("description", text(Column.QUESTIONS, questions().get(0)));
        rule.put("priority", at(Column.PRIORITY).plain(row.get(Column.PRIORITY)));
        Map<String, YamlNode> valid = new LinkedHashMap<>();
        putUnlessEmpty(valid, "from", Column.FROM);
        putUnlessEmpty(valid, "until", Column.UNTIL);
        if (!valid.isEmpty()) {
            rule.put("valid", at(Column.FROM).map(valid));
        }
        rule.put("when", when());
        List<String> except = Words.listOf(row.get(Column.EXCEPT));
        if (!except.isEmpty()) {
            Written place = at(Column.EXCEPT);
            rule.put("unless", place.map(Map.of("keywords", place.map(Map.of("any", texts(Column.EXCEPT, except))))));
        }
        rule.put("then", then());
        return at(Column.NUMBER).map(rule);
    }

    private YamlNode when() {
        Map<String, YamlNode> when = new LinkedHashMap<>();
        Written match = at(Column.MATCH);
        switch (Matching.of(row.get(Column.MATCH)).orElseThrow()) {
            case CONTAINS -> when.put("keywords", keywords("contains"));
            case EXACT -> when.put("keywords", keywords("exact"));
            case SIMILAR ->
                when.put("similar", match.map(Map.of("to", match.list(List.of(match.text(book.idOf(row)))))));
        }
        putUnlessEmpty(when, "brand", Column.BRAND);
        return match.map(when);
    }

    private YamlNode keywords(String mode) {
        Map<String, YamlNode> keywords = new LinkedHashMap<>();
        keywords.put("any", texts(Column.QUESTIONS, questions()));
        keywords.put("mode", text(Column.MATCH, mode));
        return at(Column.QUESTIONS).map(keywords);
    }

    private YamlNode then() {
        List<YamlNode> then = new ArrayList<>();
        if (saysSomething()) {
            Written reply = at(Column.REPLY);
            then.add(reply.map(Map.of("reply", reply.text(book.idOf(row)))));
        }
        String people = row.get(Column.PEOPLE);
        if (!people.isEmpty()) {
            Written place = at(Column.PEOPLE);
            YamlNode whom = people.equals(Words.YES) ? place.map(Map.of()) : place.text(people);
            then.add(place.map(Map.of("handoff", whom)));
        }
        return at(Column.REPLY).list(then);
    }

    boolean saysSomething() {
        return !row.get(Column.REPLY).isEmpty() || !row.get(Column.PICTURE).isEmpty();
    }

    /** The entry of the library; only where the row asks for likeness it is found by its questions. */
    YamlNode reply() {
        Map<String, YamlNode> entry = new LinkedHashMap<>();
        entry.put("id", text(Column.NUMBER, book.idOf(row)));
        if (row.get(Column.MATCH).equals(Matching.SIMILAR.word())) {
            entry.put("questions", texts(Column.QUESTIONS, questions()));
        }
        List<YamlNode> messages = new ArrayList<>();
        String reply = row.get(Column.REPLY);
        if (!reply.isEmpty()) {
            messages.add(at(Column.REPLY).map(Map.of("text", text(Column.REPLY, reply))));
        }
        Words.linesOf(row.get(Column.PICTURE)).stream()
                .map(name -> name.startsWith(PICTURES) ? name : PICTURES + name)
                .forEach(name -> messages.add(at(Column.PICTURE).map(Map.of("image", text(Column.PICTURE, name)))));
        entry.put("messages", at(Column.REPLY).list(messages));
        return at(Column.NUMBER).map(entry);
    }

    private List<String> questions() {
        return Words.linesOf(row.get(Column.QUESTIONS));
    }

    private void putUnlessEmpty(Map<String, YamlNode> map, String key, Column column) {
        String value = row.get(column);
        if (!value.isEmpty()) {
            map.put(key, text(column, value));
        }
    }

    private YamlNode text(Column column, String text) {
        return at(column).text(text);
    }

    private YamlNode texts(Column column, List<String> texts) {
        Stream<YamlNode> items = texts.stream().map(text -> text(column, text));
        return at(column).list(items.toList());
    }

    private Written at(Column column) {
        return book.place(row, column);
    }
}
