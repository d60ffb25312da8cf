package com.wecomesb.perform;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.connector.change.Concerned;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Links;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationTickets;
import com.wecomesb.conversation.Conversations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds whom a record is about: a ticket's conversation by the action that opened it, a contact by its link, an order's
 * buyer by what the shop calls him.
 */
@Component
class KnownParties implements Concerned {

    /** What a canonical order may say of its buyer, and what the same is called among a contact's identities. */
    private static final List<List<String>> BUYERS = List.of(
            List.of("externalUserid", "external_userid"),
            List.of("unionid", "unionid"),
            List.of("openid", "openid"),
            List.of("userid", "userid"),
            List.of("phone", "phone"));

    private final ConversationTickets tickets;
    private final Conversations conversations;
    private final Contacts contacts;
    private final ActionLog actions;
    private final Links links;

    KnownParties(
            ConversationTickets tickets,
            Conversations conversations,
            Contacts contacts,
            ActionLog actions,
            Links links) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.contacts = contacts;
        this.actions = actions;
        this.links = links;
    }

    @Override
    public Optional<Party> by(FetchedRecord record) {
        Optional<Conversation> conversation = switch (record.kind()) {
            case "ticket" -> ofTicket(record);
            case "order" -> buyer(record.canonical().path("buyer")).flatMap(conversations::latestOf);
            default -> links.ours(record.system(), record.kind(), record.id()).flatMap(conversations::latestOf);
        };
        return conversation.map(this::party);
    }

    @Override
    public void ticketIs(FetchedRecord record, String status, boolean open) {
        tickets.statusIs(record.system(), record.id(), status, open);
    }

    private Optional<Conversation> ofTicket(FetchedRecord record) {
        return tickets.conversationOf(record.system(), record.id())
                .or(() -> actions.find(record.canonical().path("externalId").asText(""))
                        .map(Action::conversationId))
                .flatMap(conversations::find);
    }

    private Optional<String> buyer(JsonNode buyer) {
        String ours = buyer.path("id").asText("");
        if (!ours.isEmpty() && contacts.kindOf(ours).isPresent()) {
            return Optional.of(ours);
        }
        for (List<String> name : BUYERS) {
            String value = buyer.path(name.get(0)).asText("");
            Optional<String> contact = value.isEmpty() ? Optional.empty() : contacts.called(name.get(1), value);
            if (contact.isPresent()) {
                return contact;
            }
        }
        return Optional.empty();
    }

    private Party party(Conversation conversation) {
        Conversation.Address address = conversation.address();
        return new Party(
                conversation.id(),
                address.corp(),
                address.app(),
                address.channel(),
                address.account(),
                address.peer(),
                contacts.kindOf(conversation.contactId()).orElse("customer"));
    }
}
