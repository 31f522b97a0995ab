package endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.SslEarlyDataReadyEvent;
import java.util.Optional;

/** Starts a download when 0-RTT data can be sent. */
final class EarlyData extends ChannelInboundHandlerAdapter {
    private final Optional<Download> download;
    private volatile boolean started;

    EarlyData(Optional<Download> download) {
        this.download = download;
    }

    boolean started() {
        return started;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslEarlyDataReadyEvent && download.isPresent()) {
            started = true;
            download.get().startEarly((QuicChannel) context.channel());
        }
        context.fireUserEventTriggered(event);
    }
}
