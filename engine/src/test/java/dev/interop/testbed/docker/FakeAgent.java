package dev.interop.testbed.docker;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers like the program in a network sandbox, without a network. */
public final class FakeAgent {
    private static final byte[] NOTHING = new byte[0];
    private static final int LENGTH_BYTES = 4;

    private final List<String> requests = new ArrayList<>();
    private ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private String state = "as it was";
    private boolean silent;
    private boolean bound = true;
    private DiskSpace free = new DiskSpace(1L << 40, 1L << 24);
    private DiskSpace used = DiskSpace.NONE;
    private DiskSpace written = DiskSpace.NONE;

    /** Changes the sandbox from its first state. */
    public void changes() {
        state = "changed";
    }

    /** Unbinds all sockets of the namespace. */
    public void hasNothingBound() {
        bound = false;
    }

    /** Fills the folders of the sandbox. */
    public void fills(long bytes) {
        used = sum(used, bytes, 0);
        loses(bytes);
    }

    /** Makes empty files in the folders of the sandbox. */
    public void fillsWithFiles(long files) {
        used = sum(used, 0, files);
        losesFiles(files);
    }

    /** Something else fills the disk. */
    public void loses(long bytes) {
        free = sum(free, -bytes, 0);
    }

    /** Something else makes empty files on the disk. */
    public void losesFiles(long files) {
        free = sum(free, 0, -files);
    }

    private static DiskSpace sum(DiskSpace before, long bytes, long files) {
        return new DiskSpace(before.bytes() + bytes, before.files() + files);
    }

    /** Fills the container's own file system. */
    public void writes(long bytes) {
        written = sum(written, bytes, 0);
    }

    /** Makes empty files in the container's own file system. */
    public void writesFiles(long files) {
        written = sum(written, 0, files);
    }

    long written() {
        return written.bytes();
    }

    long filesWritten() {
        return written.files();
    }

    /** Stops answering requests. */
    public void fallsSilent() {
        silent = true;
    }

    /** The requests so far, as they were sent. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Reads the input and answers each complete request. */
    void hear(byte[] bytes, OutputSink answers) {
        heard.writeBytes(bytes);
        for (var left = next(heard.toByteArray(), answers); left.length < heard.size(); ) {
            heard = new ByteArrayOutputStream();
            heard.writeBytes(left);
            left = next(left, answers);
        }
    }

    /** Answers the first request if it is complete, and returns the rest of the input. */
    private byte[] next(byte[] input, OutputSink answers) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        var end = text.indexOf('\n') + 1;
        if (end == 0) {
            return input;
        }
        var request = text.substring(0, end).strip();
        if (request.equals("put")) {
            end = endOfPieces(input, end);
            if (end < 0) {
                return input;
            }
        }
        requests.add(request);
        if (!silent) {
            answer(request, answers);
        }
        return Arrays.copyOfRange(input, end, input.length);
    }

    private static int endOfPieces(byte[] input, int from) {
        var at = from;
        while (at + LENGTH_BYTES <= input.length) {
            var length = ByteBuffer.wrap(input, at, LENGTH_BYTES).getInt();
            at += LENGTH_BYTES;
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    private void answer(String request, OutputSink answers) {
        if (request.equals("renew") || request.equals("empty")) {
            piece(answers, state.getBytes(StandardCharsets.UTF_8));
        } else if (request.startsWith("bound ") && bound) {
            piece(answers, "bound".getBytes(StandardCharsets.UTF_8));
        } else if (request.equals("free")) {
            piece(answers, (free.bytes() + " " + free.files()).getBytes(StandardCharsets.UTF_8));
        } else if (request.startsWith("used ")) {
            piece(answers, (used.bytes() + " " + used.files()).getBytes(StandardCharsets.UTF_8));
        } else if (request.startsWith("get ")) {
            piece(answers, FakeContainerBackend.EMPTY_ARCHIVE);
        }
        piece(answers, NOTHING);
        // No complaint.
        piece(answers, NOTHING);
    }

    private static void piece(OutputSink answers, byte[] bytes) {
        answers.stdout(ByteBuffer.allocate(LENGTH_BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array());
    }
}
