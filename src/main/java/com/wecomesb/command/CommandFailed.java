package com.wecomesb.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** A command could not do what it was asked for; the message says why, for whoever sits before it. */
final class CommandFailed extends RuntimeException {

    static final int NOT_WELL = 1;
    static final int UNREACHABLE = 3;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailed refused(String message) {
        return new CommandFailed(message, NOT_WELL);
    }

    static CommandFailed unreachable(String message) {
        return new CommandFailed(message, UNREACHABLE);
    }

    static int exitCode(Exception exception) {
        return exception instanceof CommandFailed failed ? failed.exitCode : NOT_WELL;
    }

    static String words(Exception exception) {
        if (exception instanceof FileAlreadyExistsException) {
            return exception.getMessage() + " is there already and is not empty";
        }
        if (exception instanceof NoSuchFileException) {
            return "there is no file " + exception.getMessage();
        }
        if (exception instanceof IOException) {
            return "cannot read or write: " + exception.getMessage();
        }
        return exception instanceof CommandFailed ? String.valueOf(exception.getMessage()) : exception.toString();
    }
}
