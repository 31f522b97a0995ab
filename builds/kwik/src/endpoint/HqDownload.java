package endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tech.kwik.core.QuicClientConnection.StreamEarlyData;
import tech.kwik.core.QuicConnection;
import tech.kwik.core.QuicStream;

/** HTTP/0.9 on streams: a request line, then the file until the stream ends. */
final class HqDownload {
    private final QuicConnection connection;

    HqDownload(QuicConnection connection) {
        this.connection = connection;
    }

    /** Asks for all files as fast as the server grants streams, and saves the answers as they come. */
    void all(List<URI> files) throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> answers = new ArrayList<>();
            for (URI file : files) {
                QuicStream stream = request(file);
                answers.add(readers.submit(() -> save(stream, file)));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
    }

    List<StreamEarlyData> earlyRequests(List<URI> files) {
        return files.stream().map(file -> new StreamEarlyData(Hq.line(file), true)).toList();
    }

    /** The answers to early requests; kwik leaves null where the remembered credit gave no stream. */
    void answers(List<QuicStream> streams, List<URI> files) throws Exception {
        for (int i = 0; i < files.size(); i++) {
            QuicStream stream = streams.get(i);
            save(stream != null ? stream : request(files.get(i)), files.get(i));
        }
    }

    private QuicStream request(URI file) throws IOException {
        QuicStream stream = connection.createStream(true);
        try (OutputStream out = stream.getOutputStream()) {
            out.write(Hq.line(file));
        }
        return stream;
    }

    private static Path save(QuicStream stream, URI file) throws IOException {
        Path target = Downloads.target(file);
        try (InputStream in = stream.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
