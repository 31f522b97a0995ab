package dev.interop.testbed.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Creates hostile archives. */
final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    Tar() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    Tar file(String name, String content) {
        var data = content.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(data.length);
        return add(entry, data);
    }

    Tar folder(String name) {
        return add(new TarArchiveEntry(name + "/", true), new byte[0]);
    }

    Tar link(byte kind, String name, String target) {
        var entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    Tar pipe(String name) {
        return add(new TarArchiveEntry(name, TarConstants.LF_FIFO, true), new byte[0]);
    }

    Tar device(String name) {
        return add(new TarArchiveEntry(name, TarConstants.LF_CHR, true), new byte[0]);
    }

    private Tar add(TarArchiveEntry entry, byte[] data) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(data);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            tar.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }
}
