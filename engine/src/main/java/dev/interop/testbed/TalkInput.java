package dev.interop.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What is said to a program in a container, on its way there. When the program is slow, who speaks waits. */
final class TalkInput extends InputStream {
    private static final int WORDS = 16;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> words = new ArrayBlockingQueue<>(WORDS);
    private final Duration patience;
    private byte[] word = END;
    private int taken;
    private boolean ended;

    TalkInput(Duration patience) {
        this.patience = patience;
    }

    /**
     * Says something that is not empty.
     *
     * @throws IOException when nobody listens
     */
    void say(byte[] bytes) throws IOException {
        try {
            if (!words.offer(bytes, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it has not listened for " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Nothing more is said. Where nobody listens, nobody has to hear of it. */
    void end() {
        words.offer(END);
    }

    @Override
    public int read() {
        return fill() ? word[taken++] & 0xff : -1;
    }

    /** Not more than there is: the next word may be long in coming. */
    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        var count = Math.min(length, word.length - taken);
        System.arraycopy(word, taken, target, offset, count);
        taken += count;
        return count;
    }

    private boolean fill() {
        if (!ended && taken == word.length) {
            try {
                word = words.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                word = END;
            }
            taken = 0;
            ended = word.length == 0;
        }
        return !ended;
    }
}
