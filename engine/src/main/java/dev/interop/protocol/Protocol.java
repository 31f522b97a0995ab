package dev.interop.protocol;

import dev.interop.registry.Implementation;
import dev.interop.registry.RegistrySection;
import dev.interop.registry.Role;
import dev.interop.verdict.ReasonCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A protocol whose implementations are put against each other. Found by {@link java.util.ServiceLoader}. */
@API(status = Status.EXPERIMENTAL)
public interface Protocol {
    /** As registries, folders and options spell it: {@code quic}. */
    String name();

    /** For people: {@code QUIC}. */
    String title();

    /** The role of the side that connects. */
    default Role clientRole() {
        return Role.CLIENT;
    }

    /** The role of the side that answers. */
    default Role serverRole() {
        return Role.SERVER;
    }

    /** Its section in the entries of a registry. */
    default RegistrySection registrySection() {
        return RegistrySection.of(name(), List.of(clientRole(), serverRole()));
    }

    /** The ways from a client to a server, in the order in which they are run. */
    default Routes routes(Implementation client, Implementation server, RouteFilter filter) {
        return Routes.direct();
    }

    /** The transports that a pair may meet over, as options spell them; none where there is no choice. */
    default List<String> transports() {
        return List.of();
    }

    /** Whether its clients report results one by one while they run. */
    default boolean reports() {
        return false;
    }

    /**
     * A reader of what a client prints, where its clients report.
     *
     * @param client the client
     * @param route the way that it takes
     * @param reports hears what it reports
     */
    default Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
        return Optional.empty();
    }

    /** Those of its own reasons by which a client's report may have stopped before its end. */
    default Set<ReasonCode> cutOffReasons() {
        return Set.of();
    }

    /** What its endpoints and the test bed have agreed on. */
    default Contract contract() {
        return new RunnerContract();
    }

    /** The roles whose implementations can be asked for a test case that does not exist. */
    default Set<Role> probed() {
        return Set.of(clientRole(), serverRole());
    }

    /** Whether they are asked unless somebody says otherwise. */
    default boolean probesByDefault() {
        return true;
    }

    /**
     * The same protocol, run as somebody wants it.
     *
     * @throws dev.interop.UserError when it cannot be run so
     */
    default Protocol as(RunMode runMode) {
        return this;
    }

    /** The names of the simulator's scenarios that its test cases may use. */
    default List<String> scenarios() {
        return Scenario.STANDARD;
    }

    /** The simulator's scenario for a test case, without the seed; empty when there is no simulator between. */
    default Optional<String> scenario(TestCase test) {
        return test.scenario();
    }

    /** Every test case, in the order in which a pair runs them. */
    List<TestCase> testCases();

    /** The test case of this name. */
    default Optional<TestCase> testCase(String name) {
        return testCases().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
