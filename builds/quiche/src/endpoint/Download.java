package endpoint;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamLimitChangedEvent;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Asks for all files as fast as the server grants streams, and saves the answers as they come. */
final class Download {
    private final Queue<URI> waiting;
    private final boolean http3;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int missing;

    Download(Collection<URI> files, boolean http3) {
        waiting = new ArrayDeque<>(files);
        missing = files.size();
        this.http3 = http3;
    }

    void start(QuicChannel connection) {
        watch(connection);
        // All else happens in the connection's thread.
        connection.eventLoop().execute(() -> ask(connection, false));
    }

    /** Before the server's first packet the library does not tell how many streams the remembered credit gives. */
    void startEarly(QuicChannel connection) {
        watch(connection);
        // Not within the event: it comes while packets are made, which then leave without what is written meanwhile.
        connection.eventLoop().execute(() -> ask(connection, true));
    }

    void await() throws Exception {
        try {
            end.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().toString(), failed);
        }
    }

    void saved() {
        if (--missing == 0) {
            end.complete(null);
        }
    }

    void fail(Throwable reason) {
        end.completeExceptionally(reason);
    }

    private void watch(QuicChannel connection) {
        connection.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                if (event instanceof QuicStreamLimitChangedEvent) {
                    ask(connection, false);
                }
                context.fireUserEventTriggered(event);
            }
        });
        connection.closeFuture().addListener(closed -> fail(new IOException("the connection was closed")));
    }

    private void ask(QuicChannel connection, boolean early) {
        for (int left = waiting.size(); left > 0; left--) {
            if (!early && connection.peerAllowedStreams(QuicStreamType.BIDIRECTIONAL) == 0) {
                return;
            }
            URI file = waiting.remove();
            stream(connection, file).addListener((Future<QuicStreamChannel> created) -> {
                if (created.isSuccess()) {
                    send(created.getNow(), file);
                } else if (early) {
                    waiting.add(file);
                } else {
                    fail(created.cause());
                }
            });
        }
    }

    private Future<QuicStreamChannel> stream(QuicChannel connection, URI file) {
        if (http3) {
            return Http3.newRequestStream(connection, new Http3Answer(file, this));
        }
        ChannelHandler answer = new HqAnswer(file, this);
        return connection.createStream(QuicStreamType.BIDIRECTIONAL, answer);
    }

    private void send(QuicStreamChannel stream, URI file) {
        ChannelFuture sent = stream.writeAndFlush(http3 ? Http3Answer.request(file) : HqAnswer.request(file, stream));
        sent.addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
        sent.addListener(written -> {
            if (!written.isSuccess()) {
                fail(written.cause());
            }
        });
    }
}
