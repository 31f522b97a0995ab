package dev.interop.recording;

import java.util.Locale;

/** A container's part in a cell; also the name of its folder in a recording. */
public enum Part {
    /** The implementation under test that connects. */
    CLIENT,
    /** The implementation under test that answers. */
    SERVER,
    /** The network simulator between them. */
    SIM,
    /** A relay (MoQT). */
    RELAY;

    /** Lower case, as folders and JSON spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
