package dev.interop.testbed;

import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.OutputSink;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The talk with the program in a {@link NamespaceHolder}'s container: a line asks, an answer ends with a dot. */
final class NamespaceKeeper extends InputStream implements OutputSink {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 20;
    private static final int END = -1;

    private final BlockingQueue<Integer> questions = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder answer = new StringBuilder();

    /** Has the namespace put back as it was and gives what it is like. */
    String look() {
        questions.add((int) '\n');
        try {
            var text = answers.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (text != null) {
                return text;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new EngineFailure(EngineFailure.Kind.LOST, "the container that keeps it gives no answer");
    }

    /** The program's input ends, and with it the program. */
    @Override
    public void close() {
        questions.add(END);
    }

    @Override
    public int read() {
        try {
            return questions.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    /** Not more than there is: the next byte may be long in coming. */
    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        var next = read();
        if (next == END) {
            return END;
        }
        target[offset] = (byte) next;
        return 1;
    }

    @Override
    public void stdout(byte[] bytes) {
        for (var next : bytes) {
            if (next != '\n') {
                line.write(next);
            } else {
                endLine();
            }
        }
    }

    private void endLine() {
        var text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.equals(".")) {
            answers.add(answer.toString());
            answer.setLength(0);
        } else if (answer.length() < MOST_BYTES) {
            answer.append(text).append('\n');
        }
    }

    @Override
    public void stderr(byte[] bytes) {
        // The init's complaints; without an answer the look fails anyway.
    }
}
