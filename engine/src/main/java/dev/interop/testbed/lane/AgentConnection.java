package dev.interop.testbed.lane;

import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.CommandOutput;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.EngineFailure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The talk with a program of ours in a container, over its input and output. A question is a line, and an archive if it
 * needs one; an answer is what was asked for, then a complaint, which is empty if all is well. Archives, answers and
 * complaints come in pieces: four bytes of length, then that many bytes; a length of zero ends them. Compared with the
 * engine's own calls for archives and commands, it starts no process of the engine.
 */
final class AgentConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE_BYTES = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LENGTH_BYTES = 4;

    private static final String DISK_FULL = "No space left on device";

    private final String who;
    private final AgentInput input;
    private final CommandOutput output;
    private final DataInputStream answers;
    private boolean broken;

    /**
     * @param who the other side, as messages call it
     * @param time for how long an answer may take
     */
    AgentConnection(String who, MonotonicTime time) {
        this.who = who;
        this.input = new AgentInput(time, PATIENCE);
        this.output = new CommandOutput(time, PATIENCE);
        this.answers = new DataInputStream(output.stdout());
    }

    /** Begins to listen to a container, which is started afterwards. */
    void attach(ContainerBackend engine, String container) {
        engine.attach(container, input, output).whenComplete(output::end);
    }

    /**
     * Asks for a text.
     *
     * @throws EngineFailure when there is no answer or a complaint
     */
    synchronized String ask(String question) {
        return inTouch(() -> {
            say(question);
            var text = text();
            complain(text());
            return text;
        });
    }

    /**
     * Hands an archive over.
     *
     * @throws EngineFailure when it is not taken
     */
    synchronized void give(String question, InputStream archive) {
        inTouch(() -> {
            say(question);
            var piece = new byte[PIECE_BYTES];
            for (var count = archive.readNBytes(piece, 0, piece.length);
                    count > 0;
                    count = archive.readNBytes(piece, 0, piece.length)) {
                input.say(ByteBuffer.allocate(LENGTH_BYTES + count)
                        .putInt(count)
                        .put(piece, 0, count)
                        .array());
            }
            input.say(new byte[LENGTH_BYTES]);
            text();
            complain(text());
            return "";
        });
    }

    /**
     * Asks for something long.
     *
     * @throws IOException what the reader throws, or with a complaint
     * @throws EngineFailure when there is no answer
     */
    synchronized void read(String question, ArchiveReader reader) throws IOException {
        inTouch(() -> {
            say(question);
            return "";
        });
        String complaint;
        try {
            try (var answer = new Pieces()) {
                reader.read(answer);
            }
        } finally {
            complaint = inTouch(this::text);
        }
        if (!complaint.isEmpty()) {
            throw new IOException(complaint.strip());
        }
    }

    /** The program's input ends, and with it the program. */
    void end() {
        input.end();
    }

    private void say(String line) throws IOException {
        input.say((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String text() throws IOException {
        try (var pieces = new Pieces()) {
            return new String(pieces.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private static void complain(String complaint) {
        if (complaint.contains(DISK_FULL)) {
            throw new EngineFailure(
                    EngineFailure.Kind.DISK_FULL,
                    "the disk is full (copying into a container): free space below the engine's data folder");
        }
        if (!complaint.isEmpty()) {
            throw new EngineFailure(EngineFailure.Kind.REFUSED, complaint.strip());
        }
    }

    private String inTouch(Exchange exchange) {
        if (broken) {
            throw lost("it gave no answer before");
        }
        try {
            return exchange.run();
        } catch (IOException e) {
            broken = true;
            throw lost(String.valueOf(e.getMessage()));
        }
    }

    private EngineFailure lost(String why) {
        return new EngineFailure(EngineFailure.Kind.LOST, who + " gives no answer: " + why);
    }

    private interface Exchange {
        String run() throws IOException;
    }

    /** Pieces as one stream; closing it leaves the talk at their end. */
    private final class Pieces extends InputStream {
        private int left;
        private boolean ended;

        @Override
        public int read() throws IOException {
            if (!fill()) {
                return -1;
            }
            left--;
            return answers.readUnsignedByte();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            var count = Math.min(length, left);
            answers.readFully(target, offset, count);
            left -= count;
            return count;
        }

        private boolean fill() throws IOException {
            if (!ended && left == 0) {
                left = answers.readInt();
                ended = left == 0;
            }
            return !ended;
        }

        @Override
        public void close() throws IOException {
            var rest = new byte[PIECE_BYTES];
            try {
                while (read(rest, 0, rest.length) >= 0) {
                    // What nobody wants.
                }
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
