package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.ProtocolVersion;
import dev.interop.cli.check.Inspection;
import dev.interop.cli.check.Peers;
import dev.interop.cli.check.Platforms;
import dev.interop.cli.check.Subject;
import dev.interop.cli.check.Variants;
import dev.interop.config.ExecutionParameters;
import dev.interop.config.MatrixParameters;
import dev.interop.config.Settings;
import dev.interop.protocol.ContractCase;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Registry;
import dev.interop.run.DockerBackend;
import dev.interop.run.Matrix;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Verdict.Checked;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an image against the endpoint contract, before it is added to a registry. */
@Command(
        name = "check",
        description =
                "Check an image against the endpoint contract (docs/contract.md): one line a requirement and test case.",
        modelTransformer = ParameterOptionsModel.class,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("target", "interop-check");

    @Parameters(paramLabel = "NAME|IMAGE", description = "An implementation of the registry, or any image.")
    private String subject;

    @Mixin
    private final ParameterOptions options = ParameterOptions.of(
                    MatrixParameters.PROTOCOL,
                    MatrixParameters.REGISTRY,
                    MatrixParameters.TESTS,
                    MatrixParameters.TRANSPORT,
                    MatrixParameters.DRAFT)
            .byDefault(MatrixParameters.TRANSPORT, "the first that both know")
            .byDefault(MatrixParameters.DRAFT, "the newest that both know, of an IMAGE the registry's current_target");

    @Option(names = "--role", paramLabel = "ROLE", description = "Only this role (default: each that it plays).")
    private String role;

    @Option(names = "--with", paramLabel = "NAME", description = "The implementation on the other side.")
    private String with;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A further environment variable of its container, as in an entry's 'env'.")
    private List<String> env = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.putIfAbsent(ExecutionParameters.LANES, "1");
        var settings = options.settings();
        var checked = Protocols.installed().named(settings.cells().protocol());
        CheckInput.checkTransport(checked, options.value(MatrixParameters.TRANSPORT));
        var known = EntryBuilds.checked(Matrix.registry(settings)).sound();
        CheckInput.checkDraft(checked, known, version());
        var wanted = settings.cells().selection().testCases(checked);
        var fitting = subjects(settings, checked, known);
        try (var engine = Engine.connect()) {
            var slow = ImageSetup.slow();
            var subjects = fitting.stream()
                    .map(it -> Peers.ready(it, image -> engine.findImage(image).isPresent(), slow::contains))
                    .toList();
            options.images(spec.commandLine().getOut(), settings)
                    .ready(subjects.stream().flatMap(it -> images(it.get(0))).toList(), settings);
            var variants = new Variants(
                    known,
                    checked,
                    settings.cells().selection().routes(),
                    Optional.ofNullable(with),
                    image -> engine.findImage(image).isPresent());
            return inspect(settings, subjects, variants, wanted, engine);
        }
    }

    private int inspect(
            Settings settings,
            List<List<Subject>> subjects,
            Variants variants,
            List<TestCase> wanted,
            ContainerBackend engine) {
        var out = spec.commandLine().getOut();
        var worst = ExitCode.OK;
        try (var backend = DockerBackend.open(settings, ParameterOptions.notes(out))) {
            for (var candidates : subjects) {
                var it = candidates.get(0);
                var folder = FOLDER.resolve(
                        it.implementation().name() + "-" + it.role().label());
                FolderContents.delete(folder);
                head(out, it);
                var answers = new ArrayList<CheckResult>();
                new Inspection(backend, Platforms.of(engine), folder)
                        .of(candidates, variants.besides(it), wanted, further(it), line -> {
                            print(out, line);
                            answers.add(line.result());
                        });
                worst = Math.max(worst, summary(out, answers, folder));
            }
        }
        return worst;
    }

    /** What the contract asks beside test cases; a user who names test cases wants only those. */
    private List<ContractCase> further(Subject subject) {
        return options.value(MatrixParameters.TESTS).isPresent()
                ? List.of()
                : subject.protocol().contractCases(subject.role());
    }

    /** The subjects to check: for each role, the image with each candidate peer. */
    private List<List<Subject>> subjects(Settings settings, Protocol checked, Registry known) {
        var version = version();
        var implementation = known.find(checked.name(), subject)
                .orElseGet(() -> CheckedImage.of(checked, known, subject, version))
                .withEnv(CheckInput.variables(env));
        var peers = new Peers(known, checked, settings.cells().selection().routes());
        return CheckInput.roles(checked, implementation, Optional.ofNullable(role), version).stream()
                .map(it -> with == null ? peers.of(implementation, it) : peers.named(with, implementation, it))
                .toList();
    }

    private Optional<ProtocolVersion> version() {
        return options.value(MatrixParameters.DRAFT).map(ProtocolVersion::of);
    }

    private static Stream<String> images(Subject subject) {
        return Stream.of(subject.endpoint(), subject.peerEndpoint()).flatMap(it -> it.image().stream());
    }

    private static void head(PrintWriter out, Subject subject) {
        out.printf(
                "Check    %s as %s %s%s%s%n",
                Printable.of(subject.implementation().title()),
                subject.protocol().title(),
                subject.role().label(),
                subject.peer() == subject.implementation()
                        ? ""
                        : ", with " + subject.peer().name(),
                Stream.concat(
                                subject.route().version().map(ProtocolVersion::name).stream(),
                                subject.route().transport().stream())
                        .map(", "::concat)
                        .collect(Collectors.joining()));
        out.flush();
    }

    private static void print(PrintWriter out, Checked line) {
        out.printf(
                "%s %-58s %s  %s%n",
                mark(line.result()), line.rule(), section(line.section()), Printable.of(seen(line.result())));
        if (line.result() instanceof CheckResult.Failed failed) {
            failed.findings().forEach(it -> out.printf("    → %s%n", Printable.of(it.expected() + where(it))));
        }
        out.flush();
    }

    /** The section of {@code docs/contract.md} with its sign; one of a protocol's own contract as it is. */
    static String section(String section) {
        return Character.isDigit(section.charAt(0)) ? "§" + section : section;
    }

    private static String mark(CheckResult result) {
        if (result instanceof CheckResult.Passed) {
            return "✓";
        }
        return result instanceof CheckResult.Failed ? "✗" : "–";
    }

    private static String seen(CheckResult result) {
        if (result instanceof CheckResult.Passed passed) {
            return passed.seen();
        }
        return result instanceof CheckResult.Failed failed
                ? failed.findings().stream().map(Finding::seen).collect(Collectors.joining("; "))
                : ((CheckResult.Undecided) result).reason().text();
    }

    private static String where(Finding finding) {
        var folder = finding.evidence().file();
        return folder.isEmpty()
                ? ""
                : ": " + UserFolder.of(System.getProperties()).shown(Path.of(folder));
    }

    private static int summary(PrintWriter out, List<CheckResult> answers, Path folder) {
        var met = answers.stream().filter(CheckResult.Passed.class::isInstance).count();
        var not = answers.stream().filter(CheckResult.Failed.class::isInstance).count();
        out.printf(
                "%d met, %d not met, %d not checked; sections are those of docs/contract.md, recordings are in %s%n%n",
                met,
                not,
                answers.size() - met - not,
                UserFolder.of(System.getProperties()).shown(folder));
        return not == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
