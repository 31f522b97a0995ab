package endpoint;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;

/** The file that an answer goes to as it comes. */
final class AnswerFile {
    private final OutputStream out;
    private boolean closed;

    AnswerFile(URI file) throws IOException {
        out = Files.newOutputStream(Downloads.target(file));
    }

    void write(ByteBuf data) throws IOException {
        data.readBytes(out, data.readableBytes());
    }

    /** Whether this was the first call. */
    boolean close() throws IOException {
        boolean first = !closed;
        closed = true;
        out.close();
        return first;
    }
}
