package dev.interop.testbed.content;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Endless content that looks random, is repeatable and cannot be predicted without its key: the key stream of AES-128 in
 * counter mode. A served file is generated again for the comparison with a download, and need not be stored.
 */
final class RandomContent {
    static final int KEY_BYTES = 16;

    private final byte[] key;

    RandomContent(byte[] key) {
        this.key = key.clone();
    }

    /** The first {@code size} bytes of the content of this number. */
    InputStream open(int number, long size) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            var start = ByteBuffer.allocate(16).putInt(number).array();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return new CipherInputStream(new Zeros(size), cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES in counter mode", e);
        }
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            var count = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
