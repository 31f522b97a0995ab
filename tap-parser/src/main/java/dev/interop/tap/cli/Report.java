package dev.interop.tap.cli;

import dev.interop.tap.TapEvent;
import dev.interop.tap.TapResult;
import java.util.function.Consumer;

/** Prints the command's output for each stream in order. */
interface Report {

    /** A stream begins; its events go to the receiver. */
    Consumer<TapEvent> begin(String input);

    /** The stream has ended. */
    void end(String input, TapResult result);

    /** All streams have ended. */
    default void finish() {}
}
