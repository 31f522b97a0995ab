package endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.Http3RequestStreamInboundHandler;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Answers one request of HTTP/3 with the file. */
final class Http3Service extends Http3RequestStreamInboundHandler {
    @Override
    protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame request) throws IOException {
        Optional<Path> file = Www.file(request.headers().path().toString());
        DefaultHttp3HeadersFrame answer = new DefaultHttp3HeadersFrame();
        answer.headers().status(file.isPresent() ? "200" : "404");
        context.write(answer);
        context.writeAndFlush(new DefaultHttp3DataFrame(Bodies.of(file)))
                .addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) {
        frame.release();
    }

    @Override
    protected void channelInputClosed(ChannelHandlerContext context) {
        // The answer ends the stream.
    }
}
