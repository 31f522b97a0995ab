package dev.interop.plan;

import dev.interop.recording.CellIdentity;
import dev.interop.registry.ReleaseName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Derives a cell's seed from the run's seed and the cell's ID, so that a cell gets the same random values when it runs
 * alone. Releases of one implementation get the same ones, since they are compared.
 */
final class CellSeed {
    private CellSeed() {}

    /** The cell with its seed in a run with this one. */
    static Cell given(long runSeed, Cell cell) {
        return new Cell(cell.protocol(), cell.client(), cell.server(), cell.route(), cell.test(), of(runSeed, cell));
    }

    /** The seed of a further attempt of a cell with this one. */
    static long again(long seed, int attempt) {
        return digest(seed, "attempt " + attempt);
    }

    private static long of(long runSeed, Cell cell) {
        var cellId = new CellIdentity(
                        cell.protocol().name(),
                        ReleaseName.withoutRelease(cell.client().name()),
                        ReleaseName.withoutRelease(cell.server().name()),
                        cell.test().name(),
                        cell.route().recorded())
                .id();
        return digest(runSeed, cellId);
    }

    private static long digest(long seed, String text) {
        var digest = DigestUtils.getSha256Digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
