package com.wecomesb.decision;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationTickets.OpenTicket;
import com.wecomesb.decision.Cancellations.Wait;
import com.wecomesb.decision.PastEvents.Kind;
import com.wecomesb.decision.RuleUses.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the locked conversations and contacts of one batch while it is decided, and what changes. */
final class Memory {

    private final Known before;
    private final Map<String, Conversation> conversations;
    private final Map<String, Contact> contacts;
    private final LanePositions positions;
    private final Cancellations cancellations;
    private final Map<String, Conversation> changedConversations = new LinkedHashMap<>();
    private final Map<String, Contact> changedContacts = new LinkedHashMap<>();
    private final Map<Use, Instant> uses = new LinkedHashMap<>();
    private final Map<Kind, List<Instant>> happened = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final Map<String, OpenQuestion> asked = new LinkedHashMap<>();
    private final Set<String> closed = new TreeSet<>();
    private final Map<String, Situation> situations = new HashMap<>();
    private final Map<String, OpenTicket> tickets;

    Memory(Known before, LanePositions positions) {
        this.before = before;
        this.conversations = new HashMap<>(before.conversations());
        this.contacts = new HashMap<>();
        before.contacts().values().forEach(contact -> contacts.put(contact.id(), contact));
        this.tickets = new HashMap<>(before.tickets());
        this.positions = positions;
        this.cancellations = new Cancellations(before.waits());
    }

    /** As the batch found it. */
    record Known(
            Map<String, Conversation> conversations,
            Map<String, Contact> contacts,
            Map<Use, Instant> uses,
            Map<String, OpenQuestion> questions,
            Map<Kind, List<Instant>> past,
            Collection<Wait> waits,
            Map<String, OpenTicket> tickets) {}

    Known before() {
        return before;
    }

    /** As the batch found them, each under its own id. */
    Map<String, Contact> contactsBefore() {
        return before.contacts().values().stream()
                .distinct()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    @Nullable
    Conversation conversation(@Nullable String id) {
        return id == null ? null : conversations.get(id);
    }

    @Nullable
    Contact contact(@Nullable String id) {
        // Who was merged into another is that one, under either id.
        Contact found = id == null ? null : before.contacts().get(id);
        return found == null ? null : contacts.get(found.id());
    }

    void keep(Conversation conversation) {
        if (!conversation.equals(conversations.put(conversation.id(), conversation))) {
            changedConversations.put(conversation.id(), conversation);
        }
    }

    void keep(Contact contact) {
        if (!contact.equals(contacts.put(contact.id(), contact))) {
            changedContacts.put(contact.id(), contact);
        }
    }

    /** When a rule with a cooldown last acted for a contact. */
    @Nullable
    Instant lastActed(String contactId, String ruleId) {
        Use use = new Use(contactId, ruleId);
        return uses.getOrDefault(use, before.uses().get(use));
    }

    void acted(String contactId, String ruleId, Instant at) {
        uses.put(new Use(contactId, ruleId), at);
    }

    /** How many events of a type a contact has had within the period before a moment, those of this batch among them. */
    int count(String contactId, String eventType, Instant until, Duration within) {
        Instant since = until.minus(within);
        Kind kind = new Kind(contactId, eventType);
        return (int) Stream.of(before.past(), happened)
                .flatMap(events -> events.getOrDefault(kind, List.of()).stream())
                .filter(at -> at.isAfter(since) && !at.isAfter(until))
                .count();
    }

    void happened(String contactId, String eventType, Instant at) {
        happened.computeIfAbsent(new Kind(contactId, eventType), kind -> new ArrayList<>())
                .add(at);
    }

    /** How often a rule has acted on a record in this batch, which no table knows of yet. */
    int repeats(String subject, String ruleId) {
        return repeats.getOrDefault(subject + "\n" + ruleId, 0);
    }

    void repeated(String subject, String ruleId) {
        repeats.merge(subject + "\n" + ruleId, 1, Integer::sum);
    }

    /** Takes the question that the customer can have read: one of this batch has not been sent yet. */
    @Nullable
    OpenQuestion takeQuestion(String conversationId) {
        asked.remove(conversationId);
        return closed.add(conversationId) ? before.questions().get(conversationId) : null;
    }

    void ask(OpenQuestion question) {
        closed.add(question.conversationId());
        asked.put(question.conversationId(), question);
    }

    /** The rules were asked about an event in this situation. */
    void judged(String eventUid, Situation situation) {
        situations.put(eventUid, situation);
    }

    /** What the rules were asked about; null where they were not asked. */
    @Nullable
    Situation situation(String eventUid) {
        return situations.get(eventUid);
    }

    /** The latest open ticket of a conversation; null when there is none. */
    @Nullable
    OpenTicket ticketOf(String conversationId) {
        return tickets.get(conversationId);
    }

    /** An action of this batch is to open a ticket, which later messages of the batch can refer to. */
    void opens(String conversationId, OpenTicket ticket) {
        tickets.put(conversationId, ticket);
    }

    Cancellations cancellations() {
        return cancellations;
    }

    long position() {
        return positions.next();
    }

    Collection<Conversation> changedConversations() {
        return changedConversations.values();
    }

    Collection<Contact> changedContacts() {
        return changedContacts.values();
    }

    Map<Use, Instant> changedUses() {
        return uses;
    }

    Collection<OpenQuestion> asked() {
        return asked.values();
    }

    /** The conversations whose question was answered, or passed over. */
    Set<String> closedQuestions() {
        closed.retainAll(before.questions().keySet());
        return closed;
    }
}
