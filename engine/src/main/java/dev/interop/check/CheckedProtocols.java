package dev.interop.check;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import java.util.List;

/** The protocols whose images can be checked: more than can be run. */
public final class CheckedProtocols {
    private CheckedProtocols() {}

    /**
     * The protocol of this name.
     *
     * @throws dev.interop.UserError when there is none
     */
    public static Protocol named(String name) {
        var installed = Protocols.installed();
        var known = installed.all().stream().anyMatch(it -> it.name().equals(name));
        return !known && name.equals(WebTransport.NAME) ? new WebTransport() : installed.named(name);
    }

    /** What WebTransport's contract shares with QUIC's, as long as none of its test cases can be run. */
    private static final class WebTransport implements Protocol {
        private static final String NAME = "webtransport";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String title() {
            return "WebTransport";
        }

        @Override
        public List<TestCase> testCases() {
            return List.of();
        }
    }
}
