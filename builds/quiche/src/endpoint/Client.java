package endpoint;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.quic.QuicChannel;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Downloads the requested files, over as many connections as the test case wants. */
public final class Client {
    /** The library does not tell when a session ticket has come: some round trips. */
    private static final long TICKET_MILLIS = 300;

    private final List<URI> urls;
    private final Contract contract;
    private final Dialer dialer;

    private Client(Contract contract, EventLoopGroup threads) throws Exception {
        this.contract = contract;
        urls = contract.urls();
        dialer = new Dialer(contract, threads);
    }

    public static void main(String[] args) {
        Contract.runClient(contract -> {
            EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
            new Client(contract, threads).run();
        });
    }

    private void run() throws Exception {
        Contract.awaitSimulator();
        switch (contract.testcase()) {
            case "resumption" -> resume(urls.subList(1, urls.size()));
            case "zerortt" -> resumeEarly(urls.subList(1, urls.size()));
            case "multiconnect" -> oneEach();
            case "versionnegotiation" -> Dialer.close(dialer.connect(urls.getFirst(), Optional.empty()));
            default -> fetch(urls);
        }
    }

    private void oneEach() throws Exception {
        for (URI url : urls) {
            fetch(List.of(url));
        }
    }

    private void resume(List<URI> rest) throws Exception {
        fetchWithTicket(urls.getFirst());
        fetch(rest);
    }

    private void resumeEarly(List<URI> rest) throws Exception {
        fetchWithTicket(urls.getFirst());
        Download download = new Download(rest, false);
        QuicChannel connection = dialer.connect(rest.getFirst(), Optional.of(download));
        if (!connection.pipeline().get(EarlyData.class).started()) {
            throw new IllegalStateException("the session lets no data go early");
        }
        download.await();
        Dialer.close(connection);
    }

    private void fetchWithTicket(URI url) throws Exception {
        QuicChannel connection = dialer.connect(url, Optional.empty());
        Download download = new Download(List.of(url), false);
        download.start(connection);
        download.await();
        Thread.sleep(TICKET_MILLIS);
        Dialer.close(connection);
    }

    private void fetch(List<URI> files) throws Exception {
        QuicChannel connection = dialer.connect(files.getFirst(), Optional.empty());
        Download download = new Download(files, contract.is("http3"));
        download.start(connection);
        download.await();
        Dialer.close(connection);
    }
}
