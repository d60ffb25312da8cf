package com.wecomesb.api;

/**
 * One thing that the doctor looked at.
 *
 * @param app the app that it is about; empty for the installation
 * @param check what was looked at, {@code callback}
 * @param status {@code UNKNOWN} where nothing has happened yet
 * @param advice what was found and what to do next
 */
public record DoctorFinding(String app, String check, Status status, String advice) {

    /** How it is. */
    public enum Status {
        OK,
        WRONG,
        UNKNOWN
    }
}
