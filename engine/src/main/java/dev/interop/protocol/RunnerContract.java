package dev.interop.protocol;

import dev.interop.protocol.EndpointSetup.Folder;
import dev.interop.protocol.EndpointSetup.Use;
import dev.interop.registry.Endpoint;
import dev.interop.registry.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The endpoint contract of the public QUIC runner, for QUIC and WebTransport: files are served and fetched. */
public final class RunnerContract implements Contract {
    /** It has no state. */
    public RunnerContract() {}

    @Override
    public String server() {
        return "server:443";
    }

    @Override
    public Care care() {
        return Care.ENDPOINT;
    }

    @Override
    public List<String> requests(Meeting meeting) {
        return meeting.urls();
    }

    @Override
    public EndpointSetup client(Meeting meeting) {
        var env = env(meeting.client(), Role.CLIENT, meeting.clientTestcase());
        if (!meeting.urls().isEmpty()) {
            env.put("REQUESTS", String.join(" ", meeting.urls()));
        }
        return setup(env, meeting.client(), new Folder("/downloads", Use.DOWNLOADS));
    }

    @Override
    public EndpointSetup server(Meeting meeting) {
        var env = env(meeting.server(), Role.SERVER, meeting.serverTestcase());
        return setup(env, meeting.server(), new Folder("/www", Use.SERVED));
    }

    private static Map<String, String> env(Endpoint endpoint, Role role, String testcase) {
        var env = new HashMap<>(endpoint.env());
        env.put("ROLE", role.label());
        env.put("TESTCASE", testcase);
        env.put("SSLKEYLOGFILE", "/logs/keys.log");
        env.put("QLOGDIR", "/logs/qlog/");
        return env;
    }

    private static EndpointSetup setup(Map<String, String> env, Endpoint endpoint, Folder files) {
        return new EndpointSetup(
                env,
                endpoint.dialect().args(),
                List.of(
                        new Folder("/certs", Use.CERTIFICATES),
                        files,
                        new Folder("/logs", Use.LOGS),
                        new Folder("/logs/qlog", Use.SCRATCH)));
    }
}
