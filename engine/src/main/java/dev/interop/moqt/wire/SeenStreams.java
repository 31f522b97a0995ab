package dev.interop.moqt.wire;

import dev.interop.trace.Contents;
import dev.interop.trace.FrameType;
import dev.interop.trace.Packet;
import dev.interop.trace.Side;
import dev.interop.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a trace shows of streams.
 *
 * @param fragments what they carry
 * @param ends what ends them
 */
record SeenStreams(List<Fragment> fragments, List<StreamEnd> ends) {
    /** All streams of a trace that was read with {@link dev.interop.trace.Depth#STREAMS}. */
    static SeenStreams in(Trace trace) {
        var seen = new SeenStreams(new ArrayList<>(), new ArrayList<>());
        for (var packet : trace.packets()) {
            packet.contents().ifPresent(it -> seen.add(packet, it));
        }
        return seen;
    }

    private void add(Packet packet, Contents contents) {
        var datagram = packet.datagram();
        var from = packet.from();
        var connection = from == Side.CLIENT
                ? new Connection(datagram.source(), datagram.destination())
                : new Connection(datagram.destination(), datagram.source());
        for (var data : contents.streams().data()) {
            var place = place(packet);
            var bytes = Bytes.ofHex(data.bytes());
            fragments.add(new Fragment(connection, data.stream(), from, data.offset(), bytes, place));
            if (data.fin()) {
                ends.add(
                        new StreamEnd(connection, data.stream(), from, StreamEnd.How.FIN, OptionalLong.empty(), place));
            }
        }
        for (var broken : contents.streams().breaks()) {
            var how = broken.type() == FrameType.RESET_STREAM ? StreamEnd.How.RESET_STREAM : StreamEnd.How.STOP_SENDING;
            ends.add(new StreamEnd(
                    connection, broken.stream(), from, how, OptionalLong.of(broken.code()), place(packet)));
        }
    }

    private Place place(Packet packet) {
        return new Place(packet.number(), packet.time(), fragments.size() + ends.size());
    }
}
