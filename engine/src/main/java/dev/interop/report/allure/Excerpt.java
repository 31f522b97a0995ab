package dev.interop.report.allure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The beginning and end of a log that is too long to be shown. */
final class Excerpt {
    /** A shorter excerpt is useless. */
    static final int LEAST = 1 << 10;
    /** A longer one is slow to show; the whole log is in the run's folder. */
    private static final int MOST = 256 << 10;

    private Excerpt() {}

    /**
     * Copies the whole log if it fits. Otherwise a quarter of the space holds its beginning and the rest its end, which
     * mostly contains the cause.
     *
     * @return the number of bytes used; 0 if there is no space for a useful part
     */
    static long copy(Path from, Path to, long space) throws IOException {
        var size = Files.size(from);
        var room = (int) Math.min(space, MOST);
        if (size <= room) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            return size;
        }
        if (room < LEAST) {
            return 0;
        }
        var gap = "\n… %s bytes left out …\n".formatted(size - room).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(room);
        try (var file = new RandomAccessFile(from.toFile(), "r")) {
            var text = room - gap.length;
            out.writeBytes(read(file, 0, text / 4));
            out.writeBytes(gap);
            out.writeBytes(read(file, size - (text - text / 4), text - text / 4));
        }
        Files.write(to, out.toByteArray());
        return out.size();
    }

    private static byte[] read(RandomAccessFile file, long at, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }
}
