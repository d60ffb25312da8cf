package com.wecomesb.conversation;

import com.wecomesb.conversation.ContactListener.Shared;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.database.Keys;
import com.wecomesb.database.NewRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What contacts are called elsewhere: each name belongs to one of them. Within the caller's transaction. */
@Repository
public class ContactIdentities {

    private static final NewRows NEW = NewRows.of("contact_identity", "kind", "issuer", "identity_value", "contact_id");

    /** Of one name, who has it first stays the first. */
    private static final Comparator<Held> ORDER = Comparator.comparing(
                    (Held held) -> held.identity().value())
            .thenComparing(held -> held.identity().kind())
            .thenComparing(held -> held.identity().issuer());

    private final JdbcTemplate jdbc;

    ContactIdentities(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A name and whose it is. */
    public record Held(Identity identity, String contact) {}

    /** Notes names; those that others have already stay with them and are answered. */
    public List<Shared> add(Collection<Held> names) {
        List<Held> all = List.copyOf(names);
        return note(all) == all.size() ? List.of() : shared(all);
    }

    /** Notes names, everybody in the same order, so that nobody waits for each other; answers how many were not there. */
    int note(List<Held> names) {
        return NEW.add(
                jdbc,
                names.stream()
                        .sorted(ORDER)
                        .map(held -> new @Nullable Object[] {
                            held.identity().kind(),
                            held.identity().issuer(),
                            held.identity().value(),
                            held.contact()
                        })
                        .toList());
    }

    private List<Shared> shared(List<Held> wanted) {
        Map<Identity, String> holders = new HashMap<>();
        having(wanted.stream().map(held -> held.identity().value()).toList())
                .forEach(held -> holders.put(held.identity(), held.contact()));
        List<Shared> shared = new ArrayList<>();
        for (Held held : wanted) {
            String holder = holders.getOrDefault(held.identity(), held.contact());
            if (!holder.equals(held.contact())) {
                shared.add(new Shared(held.contact(), holder, held.identity()));
            }
        }
        return shared;
    }

    /** Who has names of these values, of whatever kind. */
    public List<Held> having(Collection<String> values) {
        return values.isEmpty() ? List.of() : select("identity_value", values);
    }

    /** What these contacts are called. */
    public List<Held> of(Collection<String> contacts) {
        return contacts.isEmpty() ? List.of() : select("contact_id", contacts);
    }

    private List<Held> select(String column, Collection<String> values) {
        return jdbc.query(
                "SELECT kind, issuer, identity_value, contact_id FROM contact_identity WHERE " + column + " = ANY(?)",
                (row, number) ->
                        new Held(new Identity(row.getString(1), row.getString(2), row.getString(3)), row.getString(4)),
                Keys.of(values));
    }

    /** Gives all names of one contact to another. */
    public void move(String from, String to) {
        jdbc.update("UPDATE contact_identity SET contact_id = ? WHERE contact_id = ?", to, from);
    }

    /** Gives names back that another contact holds for it. */
    public void giveBack(Collection<Identity> names, String holder, String owner) {
        jdbc.batchUpdate(
                "UPDATE contact_identity SET contact_id = ? WHERE kind = ? AND issuer = ? AND identity_value = ?"
                        + " AND contact_id = ?",
                names.stream()
                        .map(name -> new Object[] {owner, name.kind(), name.issuer(), name.value(), holder})
                        .toList());
    }
}
