package dev.interop.check;

import dev.interop.protocol.TestCase;
import dev.interop.verdict.Check;
import dev.interop.verdict.Testimony;
import java.util.List;

/**
 * A test case that went well, of which only the packets are looked at once more.
 *
 * @param test the test case
 */
record Opening(TestCase test) implements Likewise {
    @Override
    public List<Check> checks() {
        return List.of(new SecretsOpenPackets());
    }

    @Override
    public Testimony testimony() {
        return Testimony.EXIT_CODE;
    }
}
