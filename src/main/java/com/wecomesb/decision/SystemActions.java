package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationTickets.OpenTicket;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans what is asked of CRM, shop and ticket systems: canonical documents, mapped when they are performed. */
@Component
class SystemActions {

    private final Destinations destinations;

    SystemActions(Destinations destinations) {
        this.destinations = destinations;
    }

    List<ActionLog.Entry> call(ActionSpec spec, Scene scene, ActionIds ids, ActionPlanner planner) {
        ActionKind kind = ActionKind.of(spec.kind());
        OpenTicket ticket = spec.isOnTicket() ? ticket(spec, scene) : null;
        Optional<String> system =
                destinations.system(kind, spec.system() == null && ticket != null ? ticket.system() : spec.system());
        boolean noTicket = spec.isOnTicket() && ticket == null && !namesTicket(spec);
        String reason = noTicket
                ? "这个会话没有未结的工单"
                : system.isEmpty()
                        ? "没有配置" + name(kind) + ",esb.systems.NAME.connector 会接上一个"
                        : kind == ActionKind.CRM
                                        && scene.contact() != null
                                        && scene.contact().isStaff()
                                ? "同事不写入 CRM"
                                : null;
        ActionDraft draft = draft(spec, kind, system.orElse("none"), ticket, scene, ids);
        if (reason == null) {
            if (kind == ActionKind.TICKET && scene.conversation() != null && !spec.isOnTicket() && !spec.isLookUp()) {
                scene.memory()
                        .opens(
                                scene.conversation().id(),
                                new OpenTicket(system.orElseThrow(), "", "", "new", draft.id()));
            }
            return List.of(draft.followedBy(Following.of(spec, scene)).ready());
        }
        List<ActionLog.Entry> entries = new ArrayList<>();
        entries.add(draft.skipped(reason));
        String branch = noTicket && spec.isLookUp() ? "missing" : "failed";
        if (!spec.branch(branch).isEmpty()) {
            entries.addAll(planner.plan(spec.branch(branch), scene.branch(draft.id(), branch)));
        }
        return entries;
    }

    /** The ticket that the rule means when it names none. */
    private static @Nullable OpenTicket ticket(ActionSpec spec, Scene scene) {
        return scene.conversation() == null || namesTicket(spec)
                ? null
                : scene.memory().ticketOf(scene.conversation().id());
    }

    private static boolean namesTicket(ActionSpec spec) {
        return Stream.of(spec.parameters(), spec.parameters().path("with"))
                .anyMatch(named -> named.has("ticketId") || named.has("id"));
    }

    private static ActionDraft draft(
            ActionSpec spec, ActionKind kind, String system, @Nullable OpenTicket ticket, Scene scene, ActionIds ids) {
        String verb = spec.systemVerb();
        boolean lookUp = verb.endsWith("-find");
        ActionDraft draft = ActionDraft.of(kind, verb, scene, ids)
                .to(system, "system:" + system, kind.word() + ":" + laneKey(kind, scene) + ":" + system)
                .expiresAt(lookUp && spec.deadline() != null ? scene.now().plus(spec.deadline()) : null);
        ObjectNode document = document(spec, verb, draft.id(), scene);
        if (ticket != null && ticket.id().isEmpty()) {
            document.put("ticketOf", ticket.actionId());
        } else if (ticket != null) {
            document.put(verb.equals("ticket-comment") ? "ticketId" : "id", ticket.id());
        }
        return draft.with(document);
    }

    private static String laneKey(ActionKind kind, Scene scene) {
        Conversation conversation = scene.conversation();
        Contact contact = scene.contact();
        if (kind == ActionKind.TICKET && conversation != null) {
            return conversation.id();
        }
        return contact != null ? contact.id() : scene.event().key();
    }

    private static ObjectNode document(ActionSpec spec, String verb, String actionId, Scene scene) {
        ObjectNode rendered = TemplatedJson.render(spec.parameters(), scene.context()) instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode();
        ObjectNode document = verb.startsWith("contact-")
                ? contact(scene)
                : verb.startsWith("ticket-") ? ofTicket(verb, actionId, scene) : JsonNodeFactory.instance.objectNode();
        JsonNode with = rendered.remove("with");
        document.setAll(rendered);
        if (with instanceof ObjectNode fields) {
            document.setAll(fields);
        }
        return document;
    }

    /** The canonical contact, {@code schemas/contact.schema.json}. */
    private static ObjectNode contact(Scene scene) {
        Contact contact = scene.contact();
        if (contact == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode document = ContactDocument.of(contact);
        if (scene.conversation() != null) {
            Conversation.Address address = scene.conversation().address();
            document.put("channel", address.channel());
            var identity = document.putArray("identities").addObject();
            identity.put("kind", contact.isStaff() ? "userid" : "external_userid");
            identity.put("issuer", address.corp());
            identity.put("value", address.peer());
        }
        document.put("lastMessageAt", scene.event().time().toString());
        return document;
    }

    private static ObjectNode ofTicket(String verb, String actionId, Scene scene) {
        return switch (verb) {
            case "ticket-comment" -> TicketDocument.comment(actionId, scene);
            case "ticket-create" -> TicketDocument.ticket(actionId, scene);
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private static String name(ActionKind kind) {
        return switch (kind) {
            case CRM -> "CRM";
            case SHOP -> "商城系统";
            case TICKET -> "工单系统";
            case REPLY, NOTIFY, SCHEDULE -> kind.word();
        };
    }
}
