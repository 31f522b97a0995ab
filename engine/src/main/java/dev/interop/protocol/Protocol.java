package dev.interop.protocol;

import dev.interop.registry.Implementation;
import dev.interop.registry.RegistrySection;
import dev.interop.registry.Role;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A protocol whose implementations are tested against each other. Found by {@link java.util.ServiceLoader}. */
@API(status = Status.EXPERIMENTAL)
public interface Protocol {
    /** The name in registries, folders and options, such as {@code quic}. */
    String name();

    /** The name for people, such as {@code QUIC}. */
    String title();

    /** The role of the side that connects. */
    default Role clientRole() {
        return Role.CLIENT;
    }

    /** The role of the side that accepts. */
    default Role serverRole() {
        return Role.SERVER;
    }

    /** Its section in the entries of a registry. */
    default RegistrySection registrySection() {
        return RegistrySection.of(name(), List.of(clientRole(), serverRole()));
    }

    /** The routes from a client to a server, in the order in which they run. */
    default Routes routes(Implementation client, Implementation server, RouteFilter filter) {
        return Routes.direct();
    }

    /** The transports that a pair may use, as options spell them; empty where there is no choice. */
    default List<String> transports() {
        return List.of();
    }

    /**
     * The words for how a version compares with the target version, in the order in which pairs run; pairs without a
     * relation run with the first ones. Empty where versions are not compared.
     */
    default List<String> versionRelations() {
        return List.of();
    }

    /**
     * The tags of cells on this route, beside those that every cell has: key → value.
     *
     * @param route a route that {@link #routes} returned
     */
    default Map<String, String> tags(Route route) {
        return Map.of();
    }

    /** Whether its clients report results one by one while they run. */
    default boolean reports() {
        return false;
    }

    /**
     * The reader of a client's output, if the protocol's clients report results.
     *
     * @param client the client
     * @param route its route to the server
     * @param reports receives the reports
     */
    default Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
        return Optional.empty();
    }

    /** The protocol's reasons after which a client's report may be incomplete. */
    default Set<ReasonCode> cutOffReasons() {
        return Set.of();
    }

    /** The protocol's reasons of a failure that say no more than that the client reports one. */
    default Set<ReasonCode> reportedReasons() {
        return Set.of();
    }

    /** The files that are published with a cell's test; of several that include a file, the first one counts. */
    default List<PublishedFile> publishedFiles() {
        return List.of();
    }

    /** The contract between its endpoints and the test bed. */
    default Contract contract() {
        return new RunnerContract();
    }

    /** The roles that can be probed with a test case that does not exist. */
    default Set<Role> probed() {
        return Set.of(clientRole(), serverRole());
    }

    /** Whether these roles are probed by default. */
    default boolean probesByDefault() {
        return true;
    }

    /** The parameters that runs of this protocol have beside those of every run; {@link #as} gets their values. */
    default List<ProtocolParameter> parameters() {
        return List.of();
    }

    /** Whether the results that its clients report are shown as tests below their cell's, in this run mode. */
    default boolean showsReports() {
        return reports();
    }

    /** Whether packets or the client decide on a pass that a client reports, in this run mode. */
    default Trust trust() {
        return Trust.WIRE;
    }

    /**
     * The same protocol in another run mode.
     *
     * @throws dev.interop.UserError when the protocol does not support the mode
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

    /** The requirements on an image in this role that a check of it examines by test cases of their own. */
    default List<ContractCase> contractCases(Role role) {
        return List.of();
    }

    /** The test case of this name. */
    default Optional<TestCase> testCase(String name) {
        return testCases().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
