package com.wecomesb.connector.change;

/**
 * A record that cannot be brought into canonical shape.
 *
 * @param reason for people; says nothing of what the record holds
 */
public record RefusedRecord(String id, String reason) {}
