package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.TestCase;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Selects a part of the matrix.
 *
 * @param clients selects the rows
 * @param servers selects the columns
 * @param tests selects the test cases
 * @param routes selects routes from clients to servers
 */
@API(status = Status.INTERNAL)
public record Selection(NameFilter clients, NameFilter servers, NameFilter tests, RouteFilter routes) {
    /**
     * The selected test cases, in the protocol's order; without names, those that run by default.
     *
     * @throws dev.interop.UserError when a name is unknown or no test case is selected
     */
    public List<TestCase> testCases(Protocol protocol) {
        return tests.testCases(protocol);
    }

    /** The same selection of clients and servers, with this one among them where it can be. */
    public Selection including(String name, boolean asClient, boolean asServer) {
        return new Selection(
                asClient ? clients.including(name) : clients,
                asServer ? servers.including(name) : servers,
                tests,
                routes);
    }

    /** The same selection of clients and servers, some of which have other names now. */
    public Selection renamed(Map<String, String> names) {
        return new Selection(clients.renamed(names), servers.renamed(names), tests, routes);
    }
}
