package dev.interop.report.allure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A log's beginning and end, where it is too long to be shown. */
final class Excerpt {
    /** Less is of no use to anybody. */
    static final int LEAST = 1 << 10;
    /** More is slow to show; the whole log is in the run's folder. */
    private static final int MOST = 256 << 10;

    private Excerpt() {}

    /**
     * Copies what fits: the whole, or a quarter from the beginning and the rest from the end, where the reason mostly is.
     *
     * @return how many bytes that takes; 0 when there is no space for a useful part
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
        var gap = "\n… %d bytes left out …\n".formatted(size - room).getBytes(StandardCharsets.UTF_8);
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
