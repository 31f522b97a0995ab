package dev.interop.testbed.lane;

import dev.interop.testbed.archive.TarSource;
import dev.interop.testbed.archive.TarStream;
import dev.interop.testbed.concurrent.MonotonicTime;
import dev.interop.testbed.docker.ArchiveReader;
import dev.interop.testbed.docker.CommandOutput;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.ContainerSpec;
import dev.interop.testbed.docker.EngineFailure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The connection to the agent in a network sandbox, over its standard input and output. A request is a line, and an
 * archive if it needs one; a response is the result, then an error message, which is empty if all is well. Archives,
 * results and error messages come in pieces: four bytes of length, then that many bytes; a length of zero ends them. Compared with the
 * engine's own calls for archives and commands, it starts no process of the engine.
 */
final class AgentConnection {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE_BYTES = 1 << 16;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String PROGRAM = "sandbox-agent.pl";
    /** Starts the agent; its arguments are the folders that it keeps. */
    static final List<String> COMMAND = List.of("perl", "/" + PROGRAM);

    private static final int LENGTH_BYTES = 4;

    private static final String DISK_FULL = "No space left on device";
    /** What tar says where a part of a block has room. */
    private static final String CUT_SHORT = "Wrote only ";

    private final String name;
    private final AgentInput input;
    private final CommandOutput output;
    private final DataInputStream responses;
    private boolean broken;

    /**
     * @param name the name of the agent in messages
     * @param time measures the limits of responses
     */
    AgentConnection(String name, MonotonicTime time) {
        this.name = name;
        this.input = new AgentInput(time, PATIENCE);
        this.output = new CommandOutput(time, PATIENCE);
        this.responses = new DataInputStream(output.stdout());
    }

    /**
     * Starts a container with the agent, connects to it, and returns its id.
     *
     * @throws EngineFailure when it cannot be started
     */
    String start(ContainerBackend engine, ContainerSpec spec) {
        return engine.startKeptContainer(spec, created -> {
            engine.copyIn(created, "/", new TarStream(List.of(TarSource.text(PROGRAM, SandboxPrograms.text(PROGRAM)))));
            attach(engine, created);
        });
    }

    /** Connects to a container, which is started afterwards. */
    void attach(ContainerBackend engine, String container) {
        engine.attach(container, input, output).whenComplete(output::end);
    }

    /**
     * Sends a request whose result is a text.
     *
     * @throws EngineFailure when there is no response or an error message
     */
    synchronized String ask(String request) {
        return exchange(() -> {
            send(request);
            var text = text();
            throwIfAny(text());
            return text;
        });
    }

    /**
     * Sends a request with an archive.
     *
     * @throws EngineFailure when the agent does not accept it
     */
    synchronized void give(String request, InputStream archive) {
        exchange(() -> {
            send(request);
            var piece = new byte[PIECE_BYTES];
            for (var count = archive.readNBytes(piece, 0, piece.length);
                    count > 0;
                    count = archive.readNBytes(piece, 0, piece.length)) {
                input.send(ByteBuffer.allocate(LENGTH_BYTES + count)
                        .putInt(count)
                        .put(piece, 0, count)
                        .array());
            }
            input.send(new byte[LENGTH_BYTES]);
            text();
            throwIfAny(text());
            return "";
        });
    }

    /**
     * Sends a request whose result is read as a stream.
     *
     * @throws IOException when the reader throws it, or with the error message of the agent
     * @throws EngineFailure when there is no response
     */
    synchronized void read(String request, ArchiveReader reader) throws IOException {
        exchange(() -> {
            send(request);
            return "";
        });
        String error;
        try {
            try (var result = new Pieces()) {
                reader.read(result);
            }
        } finally {
            error = exchange(this::text);
        }
        if (!error.isEmpty()) {
            throw new IOException(error.strip());
        }
    }

    /** Ends the agent's input, and with it the agent. */
    void end() {
        input.end();
    }

    private void send(String line) throws IOException {
        input.send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String text() throws IOException {
        try (var pieces = new Pieces()) {
            return new String(pieces.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private static void throwIfAny(String error) {
        if (error.contains(DISK_FULL) || error.contains(CUT_SHORT)) {
            throw new EngineFailure(
                    EngineFailure.Kind.DISK_FULL,
                    "the disk is full (copying into a container): free space below the container engine's data folder");
        }
        if (!error.isEmpty()) {
            throw new EngineFailure(EngineFailure.Kind.REFUSED, error.strip());
        }
    }

    private String exchange(Exchange exchange) {
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
        return new EngineFailure(EngineFailure.Kind.LOST, name + " gives no answer: " + why);
    }

    private interface Exchange {
        String run() throws IOException;
    }

    /** Pieces as one stream; closing it reads them to their end. */
    private final class Pieces extends InputStream {
        private int left;
        private boolean ended;

        @Override
        public int read() throws IOException {
            if (!fill()) {
                return -1;
            }
            left--;
            return responses.readUnsignedByte();
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
            responses.readFully(target, offset, count);
            left -= count;
            return count;
        }

        private boolean fill() throws IOException {
            if (!ended && left == 0) {
                left = responses.readInt();
                ended = left == 0;
            }
            return !ended;
        }

        @Override
        public void close() throws IOException {
            var rest = new byte[PIECE_BYTES];
            try {
                while (read(rest, 0, rest.length) >= 0) {
                    // Not wanted.
                }
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
