package com.wecomesb.sync;

import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.identity.Matcher;
import com.wecomesb.identity.Matcher.Candidate;
import com.wecomesb.identity.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Says whose each record of a batch is, before anything is locked. */
@Component
class Whose {

    private final Matcher matcher;
    private final NewIds newIds;

    Whose(Matcher matcher, NewIds newIds) {
        this.matcher = matcher;
        this.newIds = newIds;
    }

    /**
     * Whose a record is.
     *
     * @param origin how that is known; {@code LOST} when it is nobody's, or not yet clear
     * @param contact ours
     * @param candidates whom it may be, for a person to say
     */
    record Owner(Link.Origin origin, Optional<String> contact, Person person, List<Candidate> candidates) {

        boolean isAmbiguous() {
            return contact.isEmpty() && !candidates.isEmpty();
        }
    }

    /** The owners of records that are linked to nobody, by their ids. */
    Map<String, Owner> of(Collection<FetchedRecord> records, boolean createUnknown) {
        List<FetchedRecord> all = List.copyOf(records);
        List<Person> people =
                all.stream().map(record -> Person.of(record.canonical())).toList();
        List<List<Candidate>> candidates = matcher.candidates(people);
        List<Optional<String>> named = matcher.named(all.stream()
                .map(record -> record.canonical().path("id").asText(""))
                .toList());
        Map<String, Owner> owners = new HashMap<>();
        Newcomers newcomers = new Newcomers();
        for (int i = 0; i < all.size(); i++) {
            FetchedRecord record = all.get(i);
            Person person = people.get(i);
            Optional<Owner> sure = named.get(i)
                    .map(ours -> new Owner(Link.Origin.MATCHED, Optional.of(ours), person, List.of()))
                    .or(() -> newcomers.find(person));
            List<Candidate> possible = candidates.get(i);
            Owner owner = sure.orElseGet(() -> decide(record, person, possible, createUnknown));
            if (owner.origin() == Link.Origin.CREATED) {
                newcomers.add(person, owner);
            }
            owners.put(record.id(), owner);
        }
        return owners;
    }

    private Owner decide(FetchedRecord record, Person person, List<Candidate> candidates, boolean createUnknown) {
        List<Candidate> certain = candidates.stream().filter(matcher::isCertain).toList();
        if (certain.size() == 1) {
            return new Owner(Link.Origin.MATCHED, Optional.of(certain.get(0).contact()), person, List.of());
        }
        if (!candidates.isEmpty()) {
            return new Owner(Link.Origin.LOST, Optional.empty(), person, candidates);
        }
        return createUnknown && !person.isAnonymous()
                ? new Owner(Link.Origin.CREATED, Optional.of(newIds.of(record)), person, List.of())
                : new Owner(Link.Origin.LOST, Optional.empty(), person, List.of());
    }

    /** People of the batch that are about to become contacts: the same batch may bring one twice. */
    private final class Newcomers {

        private final Map<Identity, Owner> byIdentity = new HashMap<>();

        void add(Person person, Owner owner) {
            person.identities().forEach(identity -> byIdentity.putIfAbsent(identity, owner));
        }

        Optional<Owner> find(Person person) {
            Set<String> found = new TreeSet<>();
            List<Owner> owners = new ArrayList<>();
            for (Identity identity : person.identities()) {
                Owner owner = byIdentity.get(identity);
                if (owner != null
                        && matcher.isCertain(person, owner.person())
                        && found.add(owner.contact().orElse(""))) {
                    owners.add(owner);
                }
            }
            return owners.size() == 1
                    ? Optional.of(new Owner(Link.Origin.MATCHED, owners.get(0).contact(), person, List.of()))
                    : Optional.empty();
        }
    }
}
