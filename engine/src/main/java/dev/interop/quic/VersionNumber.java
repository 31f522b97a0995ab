package dev.interop.quic;

/** Spells QUIC version numbers as the specifications do. */
final class VersionNumber {
    private VersionNumber() {}

    /** The version in hexadecimal, such as {@code 0x6b3343cf}. */
    static String hex(long version) {
        return "0x" + Long.toHexString(version);
    }
}
