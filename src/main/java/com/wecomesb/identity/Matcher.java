package com.wecomesb.identity;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactIdentities;
import com.wecomesb.conversation.ContactIdentities.Held;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.database.Keys;
import com.wecomesb.identity.IdentityRules.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds who among our contacts somebody is. Within the caller's transaction. */
@Component
public class Matcher {

    /** Of a name that so many have nobody is recognised. */
    private static final int NAMESAKES = 20;

    private static final int LONGEST_ID = 64;

    private final JdbcTemplate jdbc;
    private final Contacts contacts;
    private final ContactIdentities identities;
    private final Supplier<IdentityRules> rules;

    Matcher(JdbcTemplate jdbc, Contacts contacts, ContactIdentities identities, Supplier<IdentityRules> rules) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.identities = identities;
        this.rules = rules;
    }

    /**
     * Somebody who may be meant.
     *
     * @param contact the id of one of ours
     */
    public record Candidate(String contact, double certainty, String by) {}

    /** Whom a person may be: the most certain first; empty lists for nobody. In the order of the people. */
    public List<List<Candidate>> candidates(List<Person> people) {
        Map<String, Set<String>> byValue = new HashMap<>();
        Set<String> values = new HashSet<>();
        people.forEach(person -> person.identities().forEach(identity -> values.add(identity.value())));
        identities
                .having(values)
                .forEach(held -> byValue.computeIfAbsent(held.identity().value(), value -> new TreeSet<>())
                        .add(held.contact()));
        Map<String, Set<String>> byName = rules.get().asksForName() ? byName(people) : Map.of();
        Map<String, Person> known = known(byValue, byName);
        List<List<Candidate>> all = new ArrayList<>();
        for (Person person : people) {
            Set<String> possible = new TreeSet<>(byName.getOrDefault(person.name(), Set.of()));
            person.identities().forEach(identity -> possible.addAll(byValue.getOrDefault(identity.value(), Set.of())));
            all.add(likely(person, possible, known));
        }
        return all;
    }

    private List<Candidate> likely(Person person, Set<String> possible, Map<String, Person> known) {
        Map<String, Candidate> best = new HashMap<>();
        for (String contact : possible) {
            Person other = known.get(contact);
            if (other != null) {
                Likeness likeness = rules.get().likeness(person, other);
                if (likeness.certainty() >= rules.get().possible()) {
                    best.put(contact, new Candidate(contact, likeness.certainty(), likeness.by()));
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::certainty)
                        .reversed()
                        .thenComparing(Candidate::contact))
                .toList();
    }

    /** Whether this certainty is enough without asking anybody. */
    public boolean isCertain(Candidate candidate) {
        return candidate.certainty() >= rules.get().certain();
    }

    /** Whether two people are one without asking anybody. */
    public boolean isCertain(Person one, Person other) {
        return rules.get().likeness(one, other).certainty() >= rules.get().certain();
    }

    /** Our contacts that records name by our own ids, in the order of the ids; who was merged is that one. */
    public List<Optional<String>> named(List<String> ids) {
        Set<String> given = new TreeSet<>(ids);
        given.remove("");
        given.removeIf(id -> id.length() > LONGEST_ID);
        Map<String, Contact> known = given.isEmpty() ? Map.of() : contacts.find(given);
        return ids.stream()
                .map(id -> Optional.ofNullable(known.get(id)).map(Contact::id))
                .toList();
    }

    boolean isPossible(Candidate candidate) {
        return candidate.certainty() >= rules.get().possible();
    }

    /** How likely two of our contacts are one, of which the first has a name that the second holds. */
    Candidate likeness(String one, String other, Identity shared) {
        Map<String, Contact> both = contacts.find(List.of(one, other));
        Contact first = both.get(one);
        Contact second = both.get(other);
        if (first == null || second == null || first.id().equals(second.id())) {
            return new Candidate(other, 0, "");
        }
        Map<String, Person> people = people(both.values());
        Person mine = people.get(first.id());
        Person theirs = people.get(second.id());
        if (mine == null || theirs == null) {
            return new Candidate(other, 0, "");
        }
        Likeness likeness = rules.get().likeness(mine.with(shared), theirs);
        return new Candidate(second.id(), likeness.certainty(), likeness.by());
    }

    private Map<String, Person> known(Map<String, Set<String>> byValue, Map<String, Set<String>> byName) {
        Set<String> ids = new TreeSet<>();
        byValue.values().forEach(ids::addAll);
        byName.values().forEach(ids::addAll);
        return ids.isEmpty() ? Map.of() : people(contacts.find(ids).values());
    }

    private Map<String, Person> people(Collection<Contact> found) {
        Map<String, Contact> byId = new HashMap<>();
        found.stream().filter(contact -> !contact.isStaff()).forEach(contact -> byId.put(contact.id(), contact));
        Map<String, List<Identity>> names = new HashMap<>();
        for (Held held : identities.of(byId.keySet())) {
            names.computeIfAbsent(held.contact(), id -> new ArrayList<>()).add(held.identity());
        }
        Map<String, Person> people = new HashMap<>();
        byId.forEach((id, contact) -> people.put(id, Person.of(contact, names.getOrDefault(id, List.of()))));
        return people;
    }

    private Map<String, Set<String>> byName(List<Person> people) {
        Set<String> names = new TreeSet<>();
        people.stream()
                .filter(person -> !person.name().isBlank() && !person.company().isBlank())
                .forEach(person -> names.add(person.name()));
        Map<String, Set<String>> found = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.query(
                    "SELECT id, name FROM contact WHERE name = ANY(?) LIMIT 2000",
                    row -> {
                        found.computeIfAbsent(row.getString(2), name -> new TreeSet<>())
                                .add(row.getString(1));
                    },
                    Keys.of(names));
            found.values().removeIf(namesakes -> namesakes.size() > NAMESAKES);
        }
        return found;
    }
}
