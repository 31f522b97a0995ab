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
        var missing = "%s has no test cases; its own, or those of a TestCaseProvider, have to be on the class path"
                .formatted(protocol.title());
        return new NameSelector<>("test case", missing, TestCase::name, TestCase::runsByDefault)
                .select(protocol.testCases(), tests);
    }

    /** The same selection of clients and servers, some of which have other names now. */
    public Selection renamed(Map<String, String> names) {
        return new Selection(clients.renamed(names), servers.renamed(names), tests, routes);
    }
}
