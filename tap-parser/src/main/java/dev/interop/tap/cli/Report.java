package dev.interop.tap.cli;

import dev.interop.tap.TapEvent;
import dev.interop.tap.TapResult;
import java.util.function.Consumer;

/** What the command prints of its streams, one after the other. */
interface Report {

    /** A stream begins; its events go to the receiver. */
    Consumer<TapEvent> begin(String input);

    /** The stream has ended. */
    void end(String input, TapResult result);

    /** All streams have ended. */
    default void finish() {}
}
