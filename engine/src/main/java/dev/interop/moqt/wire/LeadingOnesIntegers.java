package dev.interop.moqt.wire;

/**
 * Variable-length integers of draft 18. The number of leading 1 bits is the number of bytes after the first; the bits after
 * the first 0 bit are the value, up to 64 bits (draft-ietf-moq-transport-18 §1.4.1).
 */
final class LeadingOnesIntegers implements Integers {
    @Override
    public int length(int first) {
        return Integer.numberOfLeadingZeros(~(first << 24)) + 1;
    }

    @Override
    public long value(Bytes encoding) {
        long value = encoding.at(0) & 0x7f >> encoding.size() - 1;
        for (int i = 1; i < encoding.size(); i++) {
            value = value << 8 | encoding.at(i);
        }
        return value;
    }
}
