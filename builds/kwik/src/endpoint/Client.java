package endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import tech.kwik.core.QuicClientConnection;
import tech.kwik.core.QuicSessionTicket;
import tech.kwik.core.QuicStream;
import tech.kwik.core.impl.QuicClientConnectionImpl;

/** Downloads the requested files, over as many connections as the test case wants. */
public final class Client {
    private static final Duration TICKET_LIMIT = Duration.ofSeconds(10);
    /** Enough for the closing frame to leave; the draining period of three PTOs is not sat out. */
    static final Duration CLOSE_LIMIT = Duration.ofMillis(30);

    /** kwik refuses to update keys until the handshake is confirmed, and does not tell when that is: some round trips. */
    private static final Duration CONFIRMED_AFTER = Duration.ofMillis(300);

    private final Contract contract;
    private final List<URI> urls;
    private final Dialer dialer;

    private Client(Contract contract) {
        this.contract = contract;
        urls = contract.urls();
        dialer = new Dialer(contract);
    }

    public static void main(String[] args) {
        Contract.runClient(contract -> {
            if (WebTransport.isAsked(System.getenv())) {
                new WebTransportClient(contract).run();
            } else {
                new Client(contract).run();
            }
        });
    }

    private void run() throws Exception {
        QuicClientConnection first = dialer.prepare(urls.getFirst(), null);
        Contract.awaitSimulator();
        first.connect();
        switch (contract.testcase()) {
            case "http3" -> finish(first, new Http3Download(first)::all, urls);
            case "resumption", "zerortt" -> resume(first, contract.is("zerortt"));
            case "keyupdate" -> {
                Thread.startVirtualThread(() -> updateKeys(first));
                finish(first, new HqDownload(first)::all, urls);
            }
            case "multiconnect" -> oneEach(first);
            default -> finish(first, new HqDownload(first)::all, urls);
        }
    }

    private void oneEach(QuicClientConnection first) throws Exception {
        finish(first, new HqDownload(first)::all, urls.subList(0, 1));
        for (URI url : urls.subList(1, urls.size())) {
            QuicClientConnection next = dialer.prepare(url, null);
            next.connect();
            finish(next, new HqDownload(next)::all, List.of(url));
        }
    }

    private void resume(QuicClientConnection first, boolean early) throws Exception {
        new HqDownload(first).all(urls.subList(0, 1));
        QuicSessionTicket ticket = awaitTicket(first);
        first.closeAndWait(CLOSE_LIMIT);

        List<URI> rest = urls.subList(1, urls.size());
        QuicClientConnection second = dialer.prepare(rest.getFirst(), ticket);
        HqDownload download = new HqDownload(second);
        if (early) {
            List<QuicStream> streams = second.connect(download.earlyRequests(rest));
            finish(second, files -> download.answers(streams, files), rest);
        } else {
            second.connect();
            finish(second, download::all, rest);
        }
    }

    /** During the download. kwik's own interop client updates keys by this class, too: the public API cannot. */
    private static void updateKeys(QuicClientConnection connection) {
        try {
            Thread.sleep(CONFIRMED_AFTER);
            ((QuicClientConnectionImpl) connection).updateKeys();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static QuicSessionTicket awaitTicket(QuicClientConnection connection) throws Exception {
        long end = System.nanoTime() + TICKET_LIMIT.toNanos();
        List<QuicSessionTicket> tickets = new ArrayList<>();
        while (tickets.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("no session ticket within " + TICKET_LIMIT.toSeconds() + " s");
            }
            Thread.sleep(2);
            tickets.addAll(connection.getNewSessionTickets());
        }
        return tickets.getLast();
    }

    private static void finish(QuicClientConnection connection, Download download, List<URI> files) throws Exception {
        try {
            download.fetch(files);
        } finally {
            connection.closeAndWait(CLOSE_LIMIT);
        }
    }

    private interface Download {
        void fetch(List<URI> files) throws Exception;
    }
}
