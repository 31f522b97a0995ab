package endpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import tech.kwik.flupke.webtransport.Session;
import tech.kwik.flupke.webtransport.WebTransportStream;

/** What both roles do in a session on an endpoint: they fetch files, or answer the peer's requests. */
final class WebTransport {
    private static final Path SERVED = Path.of("/www");
    private static final Path DOWNLOADS = Path.of("/downloads");
    private static final byte LINE_FEED = '\n';

    private final String endpoint;
    private final LinkedBlockingQueue<byte[]> pushed = new LinkedBlockingQueue<>();

    WebTransport(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Only WebTransport has application protocols to offer; it shares names of test cases with QUIC. */
    static boolean isAsked(Map<String, String> environment) {
        return !environment.getOrDefault("PROTOCOLS", "").isEmpty();
    }

    /** Files by their endpoint, of paths such as ENDPOINT/FILE; a path without a file only names an endpoint. */
    static Map<String, List<String>> byEndpoint(List<String> paths) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String path : paths) {
            String[] parts = path.replaceAll("^/+", "").split("/", 2);
            List<String> asked = files.computeIfAbsent(parts[0], none -> new ArrayList<>());
            if (parts.length == 2) {
                asked.add(parts[1]);
            }
        }
        return files;
    }

    /** Fetches files as the test case says. */
    void fetch(Session session, String testcase, List<String> files) throws Exception {
        Files.createDirectories(DOWNLOADS.resolve(endpoint));
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> answers = new ArrayList<>();
            for (String file : files) {
                answers.add(requests.submit(() -> testcase.contains("unidirectional")
                        ? storePush(session, file)
                        : store(file, ask(session, file))));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    private byte[] ask(Session session, String file) throws IOException {
        WebTransportStream stream = session.createBidirectionalStream();
        send(stream, get(file));
        return stream.getInputStream().readAllBytes();
    }

    /** Sends a request, and stores what comes next: answers have the name of their file. */
    private Path storePush(Session session, String file) throws Exception {
        send(session.createUnidirectionalStream(), get(file));
        byte[] push = pushed.take();
        int end = 0;
        while (end < push.length && push[end] != LINE_FEED) {
            end++;
        }
        String head = new String(push, 0, end, StandardCharsets.UTF_8);
        if (!head.startsWith("PUSH ")) {
            throw new IOException("something came that is no PUSH");
        }
        return store(head.substring("PUSH ".length()), Arrays.copyOfRange(push, Math.min(end + 1, push.length), push.length));
    }

    private Path store(String file, byte[] content) throws IOException {
        return Files.write(DOWNLOADS.resolve(endpoint).resolve(Path.of(file).getFileName()), content);
    }

    private static byte[] get(String file) {
        return ("GET " + file).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a unidirectional stream that holds an answer. */
    void pushed(WebTransportStream stream) {
        Thread.startVirtualThread(() -> quietly(() -> pushed.add(stream.getInputStream().readAllBytes())));
    }

    /** Answers a request on a bidirectional stream. */
    void answer(WebTransportStream stream) {
        Thread.startVirtualThread(() -> quietly(
                () -> send(stream, Files.readAllBytes(requested(stream)))));
    }

    /** Answers a request on a unidirectional stream. */
    void push(Session session, WebTransportStream stream) {
        Thread.startVirtualThread(() -> quietly(() -> {
            Path file = requested(stream);
            byte[] head = ("PUSH " + file.getFileName() + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = session.createUnidirectionalStream().getOutputStream()) {
                out.write(head);
                Files.copy(file, out);
            }
        }));
    }

    private Path requested(WebTransportStream stream) throws IOException {
        String request = new String(stream.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        Optional<Path> file = Optional.of(request)
                .filter(it -> it.startsWith("GET "))
                .map(it -> SERVED.resolve(endpoint).resolve(it.substring("GET ".length())).normalize())
                .filter(it -> it.startsWith(SERVED.resolve(endpoint)));
        return file.orElseThrow(() -> new IOException("a request came that is no GET of a file"));
    }

    private static void send(WebTransportStream stream, byte[] message) throws IOException {
        try (OutputStream out = stream.getOutputStream()) {
            out.write(message);
        }
    }

    private static void quietly(Task task) {
        try {
            task.run();
        } catch (IOException failure) {
            System.err.println("stream: " + failure);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
