package dev.interop.webtransport;

import static dev.interop.protocol.TestFile.KB;
import static dev.interop.protocol.TestFile.MB;

import dev.interop.protocol.TestFile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The streams or datagrams in which a WebTransport session transfers files. */
enum Carrier {
    /** {@code GET FILE} on a stream; {@code PUSH FILE} and the file on another stream, which the other side opens. */
    UNIDIRECTIONAL("unidirectional", "U", "unidirectional streams", sizes()),
    /** {@code GET FILE} and the file on the same stream. */
    BIDIRECTIONAL("bidirectional", "B", "bidirectional streams", sizes()),
    /** {@code GET FILE} in a datagram; {@code PUSH FILE} and the file in another datagram. */
    DATAGRAM("datagram", "D", "datagrams", smallSizes());

    private final String label;
    private final String letter;
    private final String plural;
    private final List<TestFile> files;

    Carrier(String label, String letter, String plural, List<TestFile> files) {
        this.label = label;
        this.letter = letter;
        this.plural = plural;
        this.files = files;
    }

    /** The word in the names of test cases. */
    String label() {
        return label;
    }

    String letter() {
        return letter;
    }

    /** The plural in descriptions. */
    String plural() {
        return plural;
    }

    /** The files of a test case. */
    List<TestFile> files() {
        return files;
    }

    private static List<TestFile> sizes() {
        return Stream.of(100 * KB, 500 * KB, 250 * KB, 1 * MB, 2 * MB)
                .map(TestFile::ofSize)
                .toList();
    }

    /** Files that each fit into one packet. */
    private static List<TestFile> smallSizes() {
        return IntStream.range(0, 200)
                .mapToObj(it -> TestFile.ofSize(600 + 2L * it))
                .toList();
    }
}
