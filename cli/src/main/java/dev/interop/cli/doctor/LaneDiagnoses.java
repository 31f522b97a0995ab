package dev.interop.cli.doctor;

import dev.interop.NoteListener;
import dev.interop.UserError;
import dev.interop.testbed.context.TestbedOptions;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.EngineFailure.Kind;
import dev.interop.testbed.lane.LanePacket;
import java.util.List;

/** Examines the networks of a lane: whether packets pass them, and whether anything gets out. */
final class LaneDiagnoses {
    private static final String PACKET = "packets in a lane";
    private static final String WAY_OUT = "way out of a lane";
    private static final String FILTERED = "the machine's packet filter drops what its bridges pass on:"
            + " sysctl net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0,"
            + " or accept what is forwarded between interfaces ilane*";

    private final ContainerBackend engine;
    private final TestbedOptions options;

    LaneDiagnoses(ContainerBackend engine, TestbedOptions options) {
        this.engine = engine;
        this.options = options.withLanes(1).withProgress(NoteListener.SILENT);
    }

    List<Diagnosis> examine() {
        try {
            return of(LanePacket.send(engine, options));
        } catch (EngineFailure e) {
            return List.of(
                    e.kind() == Kind.IMAGE_MISSING
                            ? Diagnosis.weak(PACKET, "not tried: " + e.getMessage(), "./interop build")
                            : Diagnosis.bad(PACKET, String.valueOf(e.getMessage()), "see the container engine's log"));
        } catch (UserError e) {
            return List.of(Diagnosis.bad(PACKET, String.valueOf(e.getMessage()), "free a lane"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Diagnosis.weak(PACKET, "interrupted", "try again"));
        }
    }

    static List<Diagnosis> of(LanePacket.Result result) {
        var packet = result.missing()
                .map(missing -> Diagnosis.bad(
                        PACKET,
                        missing,
                        result.filtered() ? FILTERED : "see the packet filter of the container engine's machine"))
                .orElseGet(() -> Diagnosis.good(PACKET, "pass from the client through the simulator to the server"));
        var wayOut = result.openLane()
                .map(why -> Diagnosis.weak(
                        WAY_OUT, "open: " + why, "run only images that you trust; see docs/threat-model.md"))
                .orElseGet(() -> Diagnosis.good(WAY_OUT, "closed towards the machine and its other networks"));
        return List.of(packet, wayOut);
    }
}
