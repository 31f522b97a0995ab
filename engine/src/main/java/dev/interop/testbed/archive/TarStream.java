package dev.interop.testbed.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An archive that is created while it is read, so that it needs neither disk nor memory. */
@API(status = Status.INTERNAL)
public final class TarStream extends PieceStream {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Iterator<TarSource> sources;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(CHUNK_BYTES + 4096);
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made);
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private InputStream content = InputStream.nullInputStream();
    private boolean inEntry;
    private boolean finished;

    /**
     * @param sources files and folders in this order; a folder comes before its content
     */
    public TarStream(List<TarSource> sources) {
        this.sources = sources.iterator();
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    @Override
    protected byte[] next() throws IOException {
        made.reset();
        while (made.size() == 0 && !finished) {
            makeMore();
        }
        return made.toByteArray();
    }

    private void makeMore() throws IOException {
        if (inEntry) {
            var count = content.read(chunk);
            if (count >= 0) {
                tar.write(chunk, 0, count);
                return;
            }
            content.close();
            tar.closeArchiveEntry();
            inEntry = false;
        } else if (sources.hasNext()) {
            open(sources.next());
        } else {
            tar.finish();
            finished = true;
        }
    }

    private void open(TarSource source) throws IOException {
        var entry = new TarArchiveEntry(source.isFolder() ? source.path() + "/" : source.path());
        entry.setMode(source.mode());
        entry.setIds(source.owner(), source.owner());
        if (!source.isFolder()) {
            entry.setSize(source.size());
        }
        tar.putArchiveEntry(entry);
        content = source.content().open();
        inEntry = true;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
