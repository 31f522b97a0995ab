package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The axes of a matrix.
 *
 * @param protocol the protocol
 * @param clients the rows
 * @param servers the columns
 * @param tests the test cases
 */
@API(status = Status.EXPERIMENTAL)
public record Axes(
        Protocol protocol, List<Implementation> clients, List<Implementation> servers, List<TestCase> tests) {
    public Axes {
        clients = List.copyOf(clients);
        servers = List.copyOf(servers);
        tests = List.copyOf(tests);
    }

    /** These axes, reduced to the clients, servers and test cases that are wanted, in the same order. */
    public Axes only(Predicate<Implementation> client, Predicate<Implementation> server, Predicate<TestCase> test) {
        return new Axes(
                protocol,
                clients.stream().filter(client).toList(),
                servers.stream().filter(server).toList(),
                tests.stream().filter(test).toList());
    }
}
