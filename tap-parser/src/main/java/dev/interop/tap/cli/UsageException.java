package dev.interop.tap.cli;

/** The command was called wrongly. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
