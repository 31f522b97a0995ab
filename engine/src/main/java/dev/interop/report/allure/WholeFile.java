package dev.interop.report.allure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** Copies files as a whole or not at all: unchanged to be shown, or compressed for download. */
final class WholeFile {
    /** A larger file would not fit when compressed either, and compressing it would delay the run. */
    private static final long MOST = 32 << 20;

    /** A browser takes seconds to show a larger file. */
    private static final long MOST_SHOWN = 256 << 10;

    private WholeFile() {}

    /**
     * Copies a file compressed, if it fits.
     *
     * @return the number of bytes used; 0 if there is no space for the whole file
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
     * @return the number of bytes used; 0 if it does not fit
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
