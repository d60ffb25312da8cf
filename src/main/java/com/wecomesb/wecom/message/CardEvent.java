package com.wecomesb.wecom.message;

import java.util.List;

/** A member clicked on a template card (W90240). */
public sealed interface CardEvent extends WecomMessage {

    /** The button or the option. */
    String eventKey();

    /** The task that the card was sent for. */
    String taskId();

    /** With which the card can be changed, once, within 72 hours. */
    String responseCode();

    @Override
    default List<String> identity() {
        return List.of(taskId(), responseCode(), eventKey());
    }

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /** {@code template_card_event}: clicked a button or submitted a choice. */
    record TemplateCardEvent(
            Header header,
            String eventKey,
            String taskId,
            String cardType,
            String responseCode,
            List<Selection> selections)
            implements CardEvent {

        TemplateCardEvent(Header header) {
            this(
                    header,
                    header.text("EventKey"),
                    header.text("TaskId"),
                    header.text("CardType"),
                    header.text("ResponseCode"),
                    Selection.in(header));
        }

        @Override
        public String toString() {
            return "TemplateCardEvent[taskId=" + taskId + ", cardType=" + cardType + "]";
        }
    }

    /** {@code template_card_menu_event}: chose from the menu in the card's corner. */
    record TemplateCardMenuEvent(Header header, String eventKey, String taskId, String cardType, String responseCode)
            implements CardEvent {

        TemplateCardMenuEvent(Header header) {
            this(
                    header,
                    header.text("EventKey"),
                    header.text("TaskId"),
                    header.text("CardType"),
                    header.text("ResponseCode"));
        }

        @Override
        public String toString() {
            return "TemplateCardMenuEvent[taskId=" + taskId + ", cardType=" + cardType + "]";
        }
    }

    /**
     * What was chosen for one question of the card.
     *
     * @param questionKey the question
     * @param optionIds the options chosen
     */
    record Selection(String questionKey, List<String> optionIds) {

        static List<Selection> in(Header header) {
            return header.at("SelectedItems").children().stream()
                    .map(item -> new Selection(item.text("QuestionKey"), item.items("OptionIds")))
                    .toList();
        }
    }
}
