package dev.interop.quic;

import dev.interop.trace.Depth;
import dev.interop.trace.PacketType;
import dev.interop.trace.Side;
import dev.interop.verdict.Evidence;
import dev.interop.verdict.Measure;
import java.util.OptionalDouble;

/**
 * The rate at which a file reached the client: its bits, divided by the time between the first and the last 1-RTT packet
 * of the server in the capture at the client's side.
 *
 * @param size the file's size in bytes
 */
record GoodputMeasure(long size) implements Measure {
    private static final int BITS_A_BYTE = 8;
    private static final int BITS_A_KILOBIT = 1000;

    @Override
    public String unit() {
        return "kbps";
    }

    @Override
    public OptionalDouble value(Evidence evidence) {
        var packets = evidence.trace(Side.CLIENT, Depth.HEADERS).sent(Side.SERVER, PacketType.ONE_RTT);
        if (packets.size() < 2) {
            return OptionalDouble.empty();
        }
        var seconds = packets.get(packets.size() - 1).time() - packets.get(0).time();
        return seconds > 0 ? OptionalDouble.of(BITS_A_BYTE * size / seconds / BITS_A_KILOBIT) : OptionalDouble.empty();
    }
}
