package endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicStreamFrame;
import java.io.IOException;
import java.net.URI;

/** The answer to one request of HTTP/0.9. */
final class HqAnswer extends ChannelInboundHandlerAdapter {
    private final URI url;
    private final Download download;
    private AnswerFile file;

    HqAnswer(URI url, Download download) {
        this.url = url;
        this.download = download;
    }

    static ByteBuf request(URI url, Channel stream) {
        return stream.alloc().buffer().writeBytes(Hq.line(url));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws IOException {
        // Frames tell the end of a stream from its reset.
        context.channel().config().setOption(QuicChannelOption.READ_FRAMES, true);
        file = new AnswerFile(url);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        QuicStreamFrame frame = (QuicStreamFrame) message;
        try {
            file.write(frame.content());
            if (frame.hasFin() && file.close()) {
                download.saved();
            }
        } finally {
            frame.release();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        download.fail(cause);
    }
}
