package dev.interop.trace;

import dev.interop.recording.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Thrown when a capture could not be read for a reason that lies in this machine, not in the capture. */
@API(status = Status.INTERNAL)
public final class DissectionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exit codes of a shell that cannot run a program: not executable, not found. */
    private static final Set<Integer> NO_PROGRAM = Set.of(126, 127);
    /** The exit code of a program that was killed; nobody but the kernel kills the dissector. */
    private static final int KILLED = 137;
    /** The exit code of timeout(1), and of a program that a tool container gave up. */
    private static final int TIMED_OUT = 124;
    /** Greater exit codes are 128 and the number of the signal that ended the program. */
    private static final int SIGNALLED = 128;

    private final transient Fault fault;

    /**
     * @param fault what failed, with the remedy
     */
    public DissectionFailed(Fault fault) {
        super(fault.text());
        this.fault = fault;
    }

    /** What failed. */
    public Fault fault() {
        return fault;
    }

    static DissectionFailed ofCopies(Path temporary, IOException e) {
        var text = String.valueOf(e.getMessage());
        return text.contains("No space left on device")
                ? new DissectionFailed(new Fault(
                        Fault.Code.DISK_FULL, "the disk is full (copy of a capture): free space in " + temporary))
                : harness(("no copy of a capture could be written for the dissector (%s): make %s writable,"
                                + " or name another folder with -Djava.io.tmpdir")
                        .formatted(text, temporary));
    }

    /** A capture that this process has no memory for. */
    public static DissectionFailed ofMemory() {
        return harness(
                "there was not enough memory to read the capture: give Java more with -Xmx, or run fewer cells at"
                        + " once");
    }

    static DissectionFailed ofCapture(String name, IOException e) {
        return harness(name + " could not be read from this machine's disk: " + e);
    }

    /**
     * @throws DissectionFailed when the dissector could not be started, was killed, crashed or did not end
     */
    static void throwIfOfMachine(DissectionTool.Exit exit) {
        if (NO_PROGRAM.contains(exit.code())) {
            throw harness("the dissector could not be started (exit code %s: %s): use an image with tshark"
                    .formatted(exit.code(), exit.stderr().strip()));
        }
        if (exit.code() == KILLED) {
            throw harness("the dissector was killed, probably for want of memory: give the machine more memory, or run"
                    + " fewer cells at once");
        }
        if (exit.code() > SIGNALLED) {
            throw harness("the dissector crashed (signal %s): the cell's capture makes it do so, please report it"
                    .formatted(exit.code() - SIGNALLED));
        }
        if (exit.code() == TIMED_OUT) {
            throw harness("the dissector did not end in time: " + exit.stderr().strip());
        }
    }

    private static DissectionFailed harness(String text) {
        return new DissectionFailed(new Fault(Fault.Code.HARNESS, text));
    }
}
