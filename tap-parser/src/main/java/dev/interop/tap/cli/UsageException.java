package dev.interop.tap.cli;

/** Thrown when the arguments of the command are wrong. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
