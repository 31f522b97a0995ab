package dev.interop.moqt.wire;

/** An encoding of integers whose first byte tells how many bytes there are. */
interface Integers {
    /** How many bytes an integer has that begins with this one, at least 1. */
    int length(int first);

    /**
     * The value of an integer. Encodings that are longer than needed are as good as the shortest, in every draft.
     *
     * @param encoding exactly its {@link #length} bytes
     * @return unsigned
     */
    long value(Bytes encoding);
}
