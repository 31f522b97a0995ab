package endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.http3.Http3RequestStreamInboundHandler;
import java.io.IOException;
import java.net.URI;

/** The answer to one request of HTTP/3. */
final class Http3Answer extends Http3RequestStreamInboundHandler {
    private final URI url;
    private final Download download;
    private AnswerFile file;

    Http3Answer(URI url, Download download) {
        this.url = url;
        this.download = download;
    }

    static Http3HeadersFrame request(URI url) {
        Http3HeadersFrame frame = new DefaultHttp3HeadersFrame();
        frame.headers().method("GET").scheme(url.getScheme()).authority(url.getAuthority()).path(url.getRawPath());
        return frame;
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3HeadersFrame frame) throws IOException {
        String status = String.valueOf(frame.headers().status());
        if (!status.equals("200")) {
            download.fail(new IOException(url + ": status " + status));
        }
        file = new AnswerFile(url);
    }

    @Override
    protected void channelRead(ChannelHandlerContext context, Http3DataFrame frame) throws IOException {
        try {
            file.write(frame.content());
        } finally {
            frame.release();
        }
    }

    @Override
    protected void channelInputClosed(ChannelHandlerContext context) throws IOException {
        if (file == null) {
            download.fail(new IOException(url + ": no answer"));
        } else if (file.close()) {
            download.saved();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        download.fail(cause);
    }
}
