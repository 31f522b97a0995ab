package endpoint;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.Http3ServerConnectionHandler;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.QuicChannelOption;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.SslSessionTicketKey;
import java.io.File;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Serves /www until it is told to stop. */
public final class Server {
    private static final int PORT = 443;
    private static final long STOP_SECONDS = 2;

    private Server() {}

    public static void main(String[] args) throws Exception {
        Contract contract = Contract.of(System.getenv());
        QuicServerCodecBuilder codec = Limits.apply(new QuicServerCodecBuilder()).sslContext(tls(contract));
        if (contract.is("retry")) {
            codec.tokenHandler(InsecureQuicTokenHandler.INSTANCE);
        }
        Logs.qlog(contract, "server").ifPresent(qlog -> codec.option(QuicChannelOption.QLOG, qlog));
        if (contract.is("http3")) {
            codec.handler(each(() -> new Http3ServerConnectionHandler(each(Http3Service::new))));
        } else {
            codec.streamHandler(each(HqService::new));
        }
        // The default of a Java socket takes IPv4 and IPv6.
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        Channel socket = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(codec.build())
                .bind(new InetSocketAddress(PORT))
                .sync()
                .channel();
        // The library writes the qlog of a connection to its end only when that is freed.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            socket.close().syncUninterruptibly();
            threads.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
        }));
        socket.closeFuture().sync();
    }

    private static QuicSslContext tls(Contract contract) throws Exception {
        QuicSslContextBuilder builder = QuicSslContextBuilder.forServer(
                        new File("/certs/priv.key"), null, new File("/certs/cert.pem"))
                .applicationProtocols(contract.alpn())
                .earlyData(contract.is("zerortt"));
        Logs.keyLog(contract).ifPresent(builder::keylog);
        QuicSslContext tls = builder.build();
        tls.sessionContext()
                .setTicketKeys(new SslSessionTicketKey(
                        random(SslSessionTicketKey.NAME_SIZE),
                        random(SslSessionTicketKey.HMAC_KEY_SIZE),
                        random(SslSessionTicketKey.AES_KEY_SIZE)));
        return tls;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static <C extends Channel> ChannelHandler each(Supplier<ChannelHandler> handler) {
        return new ChannelInitializer<C>() {
            @Override
            protected void initChannel(C channel) {
                channel.pipeline().addLast(handler.get());
            }
        };
    }
}
