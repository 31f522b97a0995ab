package dev.interop.tap;

import java.util.Arrays;

/** Reads the start of a log line byte by byte until its service is known. See {@link ContainerLogFilter}. */
final class ContainerPrefix {

    /** Whether the line belongs to the service. */
    enum Match {
        OPEN,
        SERVICE,
        OTHER
    }

    private enum Expected {
        START,
        NAME,
        AFTER_NAME,
        REPLICA,
        BAR,
        CONTENT
    }

    private static final int ESCAPE = 0x1B;
    private static final int MAX_BYTES = 512;

    private final byte[] name;
    private final byte[] read = new byte[MAX_BYTES];
    private int length;
    private int contentStart;
    private int nameRead;
    private boolean coloured;
    private boolean inColour;
    private boolean replicaHasDigits;
    private boolean spaceDropped;
    private boolean resetDropped;
    private Expected expected = Expected.START;

    ContainerPrefix(byte[] name) {
        this.name = name.clone();
    }

    void clear() {
        length = 0;
        contentStart = 0;
        nameRead = 0;
        coloured = false;
        inColour = false;
        replicaHasDigits = false;
        spaceDropped = false;
        resetDropped = false;
        expected = Expected.START;
    }

    /** Every byte read since the line began. */
    byte[] all() {
        return Arrays.copyOf(read, length);
    }

    /** The bytes read after the prefix. */
    byte[] content() {
        return Arrays.copyOfRange(read, contentStart, length);
    }

    /** The match of a line that ends here. */
    Match atEnd() {
        return expected == Expected.CONTENT ? Match.SERVICE : Match.OTHER;
    }

    Match read(byte b) {
        read[length++] = b;
        if (b == '\n') {
            return atEnd();
        }
        Match match = inColour ? readColour(b) : readText(b);
        return match == Match.OPEN && length == MAX_BYTES ? Match.OTHER : match;
    }

    private Match readColour(byte b) {
        if (b == 'm') {
            inColour = false;
            contentStart = expected == Expected.CONTENT ? length : contentStart;
            return Match.OPEN;
        }
        return b == '[' || b == ';' || Ascii.isDigit(b) ? Match.OPEN : atEnd();
    }

    private Match readText(byte b) {
        return switch (expected) {
            case START -> b == ESCAPE ? startColour() : readName(b);
            case NAME -> readName(b);
            case AFTER_NAME -> b == '-' || b == '_' ? expect(Expected.REPLICA) : readBar(b);
            case REPLICA -> readReplica(b);
            case BAR -> readBar(b);
            case CONTENT -> readContent(b);
        };
    }

    private Match startColour() {
        coloured = true;
        inColour = true;
        return Match.OPEN;
    }

    private Match readName(byte b) {
        if (nameRead == name.length || b != name[nameRead]) {
            return Match.OTHER;
        }
        nameRead++;
        return expect(nameRead == name.length ? Expected.AFTER_NAME : Expected.NAME);
    }

    private Match readReplica(byte b) {
        if (Ascii.isDigit(b)) {
            replicaHasDigits = true;
            return Match.OPEN;
        }
        return replicaHasDigits ? readBar(b) : Match.OTHER;
    }

    private Match readBar(byte b) {
        if (b == '|') {
            contentStart = length;
            return expect(Expected.CONTENT);
        }
        if (b == ESCAPE && coloured) {
            inColour = true;
            return expect(Expected.BAR);
        }
        return b == ' ' ? expect(Expected.BAR) : Match.OTHER;
    }

    /** Drops one space, and one escape sequence that ends the colour of the prefix. */
    private Match readContent(byte b) {
        if (b == ' ' && !spaceDropped) {
            spaceDropped = true;
            contentStart = length;
            return Match.OPEN;
        }
        if (b == ESCAPE && coloured && !resetDropped) {
            resetDropped = true;
            inColour = true;
            return Match.OPEN;
        }
        return Match.SERVICE;
    }

    private Match expect(Expected next) {
        expected = next;
        return Match.OPEN;
    }
}
