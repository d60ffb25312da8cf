package com.wecomesb.connector.change;

/**
 * A record that cannot be brought into canonical shape.
 *
 * @param id without the character NUL, which not every database holds: what is refused for it must be told all the same
 * @param reason for people; says nothing of what the record holds
 */
public record RefusedRecord(String id, String reason) {

    public RefusedRecord {
        id = id.replace("\u0000", "");
    }
}
