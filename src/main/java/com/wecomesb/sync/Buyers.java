package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.connector.link.OwnedLinks;
import com.wecomesb.identity.Matcher;
import com.wecomesb.identity.Matcher.Candidate;
import com.wecomesb.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recognises whose an order or a ticket is, by what it says of its buyer or customer. */
@Component
class Buyers {

    private final Matcher matcher;
    private final LinkTable links;
    private final OwnedLinks owned;

    Buyers(Matcher matcher, LinkTable links, OwnedLinks owned) {
        this.matcher = matcher;
        this.links = links;
        this.owned = owned;
    }

    /** Notes whose the records are that nobody owns yet; records of one system and kind. */
    @Transactional
    public void note(List<FetchedRecord> records) {
        FetchedRecord any = records.get(0);
        Map<String, Link> known = links.find(
                any.system(),
                any.kind(),
                records.stream().map(FetchedRecord::id).collect(Collectors.toSet()));
        List<FetchedRecord> nobodys = records.stream()
                .filter(record -> known.containsKey(record.id())
                        && known.get(record.id()).contact() == null
                        && !record.deleted()
                        && !party(record).isEmpty())
                .toList();
        List<List<Candidate>> candidates = matcher.candidates(
                nobodys.stream().map(record -> Person.of(person(party(record)))).toList());
        List<Optional<String>> named = matcher.named(nobodys.stream()
                .map(record -> party(record).path("id").asText(""))
                .toList());
        List<Link> found = new ArrayList<>();
        for (int i = 0; i < nobodys.size(); i++) {
            Link link = Objects.requireNonNull(known.get(nobodys.get(i).id()));
            List<String> certain = candidates.get(i).stream()
                    .filter(matcher::isCertain)
                    .map(Candidate::contact)
                    .toList();
            Optional<String> owner =
                    named.get(i).or(() -> certain.size() == 1 ? Optional.of(certain.get(0)) : Optional.empty());
            owner.ifPresent(contact -> found.add(
                    link.of(link.ours(), contact, link.ours() == null ? Link.Origin.MATCHED : link.origin())));
        }
        owned.bind(found);
    }

    private static JsonNode party(FetchedRecord record) {
        return record.canonical().path(record.kind().equals("order") ? "buyer" : "contact");
    }

    private static ObjectNode person(JsonNode party) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        person.put("name", party.path("name").asText(""));
        person.put("phone", party.path("phone").asText(""));
        person.put("email", party.path("email").asText(""));
        return person;
    }
}
