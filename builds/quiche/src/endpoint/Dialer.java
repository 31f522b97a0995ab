package endpoint;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.Http3ClientConnectionHandler;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicChannelBootstrap;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Prepares the connections that a test case wants; sessions of one dialer resume each other. */
final class Dialer {
    /** Of the form that is reserved for versions that nobody has (RFC 9000, section 15). */
    private static final int RESERVED_VERSION = 0x1a2a3a4a;

    private static final long CLOSE_LIMIT_MILLIS = 30;

    private final Contract contract;
    private final EventLoopGroup threads;
    private final QuicSslContext tls;

    Dialer(Contract contract, EventLoopGroup threads) throws Exception {
        this.contract = contract;
        this.threads = threads;
        QuicSslContextBuilder builder = QuicSslContextBuilder.forClient()
                .trustManager(new File("/certs/ca.pem"))
                .applicationProtocols(contract.alpn())
                .earlyData(contract.is("zerortt"));
        Logs.keyLog(contract).ifPresent(builder::keylog);
        tls = builder.build();
    }

    /** Connects; an early download starts as soon as a resumed session lets data go, before the handshake is over. */
    QuicChannel connect(URI url, Optional<Download> early) throws Exception {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getByName(url.getHost()), Contract.port(url));
        QuicClientCodecBuilder codec = Limits.apply(new QuicClientCodecBuilder())
                .sslEngineProvider(
                        connection -> tls.newEngine(connection.alloc(), url.getHost(), server.getPort()));
        if (contract.is("versionnegotiation")) {
            codec.version(RESERVED_VERSION);
        }
        Channel socket = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(codec.build())
                .bind(0)
                .sync()
                .channel();
        QuicChannelBootstrap bootstrap = QuicChannel.newBootstrap(socket)
                .handler(contract.is("http3") ? new Http3ClientConnectionHandler() : new EarlyData(early))
                .remoteAddress(server);
        Logs.qlog(contract, "client").ifPresent(qlog -> bootstrap.option(QuicChannelOption.QLOG, qlog));
        return bootstrap.connect().get();
    }

    /** The draining period is not sat out: a moment is enough for the closing frame to leave. */
    static void close(QuicChannel connection) throws InterruptedException {
        connection.close(true, 0, Unpooled.EMPTY_BUFFER).await(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
