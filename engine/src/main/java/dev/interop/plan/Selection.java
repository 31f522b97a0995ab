package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.RouteFilter;
import dev.interop.protocol.TestCase;
import java.util.List;

/**
 * Which part of the matrix is wanted.
 *
 * @param clients the rows
 * @param servers the columns
 * @param tests the test cases
 * @param routes the ways from clients to servers
 */
public record Selection(NameFilter clients, NameFilter servers, NameFilter tests, RouteFilter routes) {
    /**
     * The test cases that are wanted, in the protocol's order.
     *
     * @throws dev.interop.UserError when one is not known or none is left
     */
    public List<TestCase> testCases(Protocol protocol) {
        return new NameSelector<>("test case", TestCase::name, it -> true).select(protocol.testCases(), tests);
    }
}
