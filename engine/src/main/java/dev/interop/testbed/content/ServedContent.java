package dev.interop.testbed.content;

import dev.interop.protocol.Contract;
import dev.interop.protocol.FileRequests;
import dev.interop.protocol.TestCase;
import dev.interop.protocol.TestFile;
import dev.interop.recording.ServedFile;
import dev.interop.testbed.archive.TarSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The files that one side of a cell serves. */
@API(status = Status.INTERNAL)
public final class ServedContent {
    private static final int READ_ONLY = 0755;

    private final RandomContent content;
    private final Map<String, Numbered> files = new LinkedHashMap<>();
    private final List<String> folders;

    /**
     * @param wanted the size of each file and the length of its name
     * @param folders the number of folders that get the files in turn; 0 for the top level
     * @param names the source of the names
     * @param secret the source of the content
     */
    public ServedContent(List<TestFile> wanted, int folders, Random names, SecureRandom secret) {
        var key = new byte[RandomContent.KEY_BYTES];
        secret.nextBytes(key);
        this.content = new RandomContent(key);
        var fileNames = new FileNames(names);
        this.folders = Stream.generate(() -> fileNames.next(0)).limit(folders).toList();
        for (var file : wanted) {
            var prefix = folders == 0 ? "" : this.folders.get(files.size() % folders) + "/";
            files.put(prefix + fileNames.next(file.nameLength()), new Numbered(files.size(), file.size()));
        }
    }

    /** The files of a test case, in the layout of its protocol's contract. */
    public static ServedContent of(TestCase test, Contract contract, Random names, SecureRandom secret) {
        return new ServedContent(test.files(), folders(contract, test.folders()), names, secret);
    }

    /** No files, in the layout of this contract. */
    public static ServedContent none(Contract contract, SecureRandom secret) {
        return new ServedContent(List.of(), folders(contract, 1), new Random(0), secret);
    }

    private static int folders(Contract contract, int count) {
        return contract.layout() == Contract.Layout.FOLDER ? count : 0;
    }

    /** The requests for the files, in order. */
    public FileRequests fileRequests(TestCase test) {
        return new FileRequests(test.servedBy(), test.authority(), folders, List.copyOf(files.keySet()));
    }

    /** The folders of the files, if there are any, for an archive, below {@code root}. */
    public List<TarSource> folders(String root) {
        return folders.stream()
                .map(it -> TarSource.folder(root + "/" + it, READ_ONLY))
                .toList();
    }

    /** The files for an archive, below {@code root}. */
    public List<TarSource> sources(String root) {
        return files.entrySet().stream()
                .map(it -> TarSource.file(
                        root + "/" + it.getKey(),
                        it.getValue().size(),
                        () -> content.open(it.getValue().number(), it.getValue().size())))
                .toList();
    }

    /** The size of all files together. */
    public long bytes() {
        return files.values().stream().mapToLong(Numbered::size).sum();
    }

    /** The files as they are recorded. */
    public List<ServedFile> served() {
        return files.entrySet().stream()
                .map(it -> new ServedFile(it.getKey(), it.getValue().size(), digest(it.getValue())))
                .toList();
    }

    /** The content of the file with this path, if it is served. */
    Optional<InputStream> open(String path) {
        return Optional.ofNullable(files.get(path)).map(it -> content.open(it.number(), it.size()));
    }

    private String digest(Numbered file) {
        try (var stream = content.open(file.number(), file.size())) {
            return DigestUtils.sha256Hex(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Numbered(int number, long size) {}
}
