package endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers one request of HTTP/0.9 with the file. */
final class HqService extends ChannelInboundHandlerAdapter {
    private final StringBuilder request = new StringBuilder();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        ByteBuf data = (ByteBuf) message;
        boolean complete = request.indexOf("\n") >= 0;
        request.append(data.toString(StandardCharsets.US_ASCII));
        data.release();
        if (!complete && request.indexOf("\n") >= 0) {
            ByteBuf body = Bodies.of(Hq.requested(request.toString()));
            context.writeAndFlush(body).addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        System.err.println(context.channel() + ": " + cause);
    }
}
