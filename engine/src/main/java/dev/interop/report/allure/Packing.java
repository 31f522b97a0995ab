package dev.interop.report.allure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Files that are taken whole or not at all: shown as they are, or offered for download, compressed. */
final class Packing {
    /** What is that large does not fit when compressed either, and would cost a run its time. */
    private static final long MOST = 32 << 20;

    /** A browser takes seconds to show more. */
    private static final long MOST_SHOWN = 256 << 10;

    private Packing() {}

    /**
     * Copies a file compressed, if it fits.
     *
     * @return how many bytes that takes; 0 when there is no space for all of it
     */
    static long copy(Path from, Path to, long space) throws IOException {
        if (Files.size(from) > MOST) {
            return 0;
        }
        try (var file = Files.newOutputStream(to);
                var limited = new Limited(file, space);
                var packed = new GZIPOutputStream(limited, 64 << 10)) {
            Files.copy(from, packed);
        } catch (NoRoom e) {
            return 0;
        }
        return Files.size(to);
    }

    /**
     * Copies a file as it is, if it fits and is not too long to be shown.
     *
     * @return how many bytes that takes; 0 when it does not
     */
    static long whole(Path from, Path to, long space) throws IOException {
        var size = Files.size(from);
        if (size > Math.min(space, MOST_SHOWN)) {
            return 0;
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return size;
    }

    private static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Limited extends OutputStream {
        private final OutputStream out;
        private long left;

        Limited(OutputStream out, long left) {
            this.out = out;
            this.left = left;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new NoRoom();
            }
            out.write(bytes, offset, length);
        }
    }
}
