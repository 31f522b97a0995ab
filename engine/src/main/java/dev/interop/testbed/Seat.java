package dev.interop.testbed;

import dev.interop.recording.Part;

/** Where in a lane a container can be: each is a network namespace that one container after the other joins. */
enum Seat {
    /** In the client's network, from where only the simulator leads on. */
    CLIENT(Part.CLIENT),
    /** A client's in the server's network, where nothing is to stand between the two. */
    BESIDE_SERVER(Part.CLIENT),
    /** A client's in a network that leads out, where the server is somewhere else. */
    OUTSIDE(Part.CLIENT),
    /** In the server's network. */
    SERVER(Part.SERVER),
    /** In both networks. */
    SIM(Part.SIM);

    private final Part part;

    Seat(Part part) {
        this.part = part;
    }

    /** Whose seat it is. */
    Part part() {
        return part;
    }
}
