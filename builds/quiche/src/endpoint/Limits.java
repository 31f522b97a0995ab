package endpoint;

import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.quic.QuicCodecBuilder;
import java.util.concurrent.TimeUnit;

/** The transport parameters of both roles; without them the library grants nothing. */
final class Limits {
    private static final long STREAM_BYTES = 1 << 20;
    private static final long STREAMS = 100;
    private static final long IDLE_SECONDS = 30;

    private Limits() {}

    static <B extends QuicCodecBuilder<B>> B apply(B codec) {
        return codec.maxIdleTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .initialMaxData(10 * STREAM_BYTES)
                .initialMaxStreamDataBidirectionalLocal(STREAM_BYTES)
                .initialMaxStreamDataBidirectionalRemote(STREAM_BYTES)
                .initialMaxStreamDataUnidirectional(STREAM_BYTES)
                .initialMaxStreamsBidirectional(STREAMS)
                .initialMaxStreamsUnidirectional(Http3.MIN_INITIAL_MAX_STREAMS_UNIDIRECTIONAL);
    }
}
