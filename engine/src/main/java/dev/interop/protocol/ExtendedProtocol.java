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
import java.util.stream.Stream;

/**
 * A protocol with further test cases.
 *
 * @param protocol the protocol
 * @param added the further test cases
 * @param addedScenarios the further scenarios that these test cases use
 */
record ExtendedProtocol(Protocol protocol, List<TestCase> added, List<String> addedScenarios) implements Protocol {
    ExtendedProtocol {
        added = List.copyOf(added);
        addedScenarios = List.copyOf(addedScenarios);
    }

    @Override
    public String name() {
        return protocol.name();
    }

    @Override
    public String title() {
        return protocol.title();
    }

    @Override
    public Role clientRole() {
        return protocol.clientRole();
    }

    @Override
    public Role serverRole() {
        return protocol.serverRole();
    }

    @Override
    public RegistrySection registrySection() {
        return protocol.registrySection();
    }

    @Override
    public Routes routes(Implementation client, Implementation server, RouteFilter filter) {
        return protocol.routes(client, server, filter);
    }

    @Override
    public List<String> transports() {
        return protocol.transports();
    }

    @Override
    public List<String> versionRelations() {
        return protocol.versionRelations();
    }

    @Override
    public Map<String, String> tags(Route route) {
        return protocol.tags(route);
    }

    @Override
    public boolean reports() {
        return protocol.reports();
    }

    @Override
    public Optional<ReportReader> reportReader(Implementation client, Route route, Consumer<Report> reports) {
        return protocol.reportReader(client, route, reports);
    }

    @Override
    public Set<ReasonCode> cutOffReasons() {
        return protocol.cutOffReasons();
    }

    @Override
    public Set<ReasonCode> reportedReasons() {
        return protocol.reportedReasons();
    }

    @Override
    public List<PublishedFile> publishedFiles() {
        return protocol.publishedFiles();
    }

    @Override
    public Contract contract() {
        return protocol.contract();
    }

    @Override
    public Set<Role> probed() {
        return protocol.probed();
    }

    @Override
    public boolean probesByDefault() {
        return protocol.probesByDefault();
    }

    @Override
    public List<ProtocolParameter> parameters() {
        return protocol.parameters();
    }

    @Override
    public boolean showsReports() {
        return protocol.showsReports();
    }

    @Override
    public Trust trust() {
        return protocol.trust();
    }

    @Override
    public Protocol as(RunMode runMode) {
        return new ExtendedProtocol(protocol.as(runMode), added, addedScenarios);
    }

    @Override
    public List<String> scenarios() {
        return Stream.concat(protocol.scenarios().stream(), addedScenarios.stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<String> scenario(TestCase test) {
        return protocol.scenario(test);
    }

    @Override
    public List<TestCase> testCases() {
        return Stream.concat(protocol.testCases().stream(), added.stream()).toList();
    }

    @Override
    public List<ContractCase> contractCases(Role role) {
        return protocol.contractCases(role);
    }

    @Override
    public Optional<TestCase> testCase(String name) {
        return protocol.testCase(name)
                .or(() -> added.stream().filter(it -> it.name().equals(name)).findFirst());
    }
}
