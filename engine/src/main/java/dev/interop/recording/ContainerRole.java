package dev.interop.recording;

import java.util.Locale;

/** A container's part in a cell; also the name of its folder in a recording. */
public enum ContainerRole {
    /** The implementation under test that connects. */
    CLIENT,
    /** The implementation under test that answers: a server or relay. */
    SERVER,
    /** The network simulator between them, or what watches the network where none stands between them. */
    SIM;

    /** Lower case, as folders and JSON spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
