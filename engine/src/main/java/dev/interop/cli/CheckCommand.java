package dev.interop.cli;

import dev.interop.Printable;
import dev.interop.UserError;
import dev.interop.check.Answer;
import dev.interop.check.Inspection;
import dev.interop.check.Peers;
import dev.interop.check.Subject;
import dev.interop.protocol.Protocol;
import dev.interop.protocol.Protocols;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import dev.interop.registry.Role;
import dev.interop.run.DockerEquipment;
import dev.interop.run.Matrix;
import dev.interop.run.Parameter;
import dev.interop.run.ParameterSource;
import dev.interop.run.Settings;
import dev.interop.testbed.docker.Engine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** Tells an implementer what an image lacks before it is listed. */
@Command(
        name = "check",
        description = "Check an image against the endpoint contract (docs/contract.md): one line a requirement.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("target", "interop-check");

    @Parameters(paramLabel = "NAME|IMAGE", description = "An implementation of the registry, or any image.")
    private String subject;

    @Option(names = "--protocol", paramLabel = "NAME", description = "Whose contract (default: quic).")
    private String protocol;

    @Option(names = "--role", paramLabel = "ROLE", description = "Only this role (default: each that it plays).")
    private String role;

    @Option(
            names = "--draft",
            paramLabel = "draft-N",
            description = "The version that an IMAGE speaks (MoQT; default: the registry's current_target).")
    private String draft;

    @Mixin
    private RegistryOption registry;

    @Option(names = "--with", paramLabel = "NAME", description = "The implementation on the other side.")
    private String with;

    @Option(names = "--transport", paramLabel = "T", description = "Over this transport: quic or webtransport (MoQT).")
    private String transport;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A further environment variable of its container, as in an entry's 'env'.")
    private Map<String, String> env = Map.of();

    @Mixin
    private ImageOptions build;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var values = new EnumMap<Parameter, String>(Parameter.class);
        Optional.ofNullable(protocol).ifPresent(it -> values.put(Parameter.PROTOCOL, it));
        registry.value().ifPresent(it -> values.put(Parameter.REGISTRY, it));
        Optional.ofNullable(transport).ifPresent(it -> values.put(Parameter.TRANSPORT, it));
        values.put(Parameter.LANES, "1");
        var settings =
                Settings.read(ParameterSource.of(System.getProperties()).or(it -> Optional.ofNullable(values.get(it))));
        var checked = Protocols.installed().named(settings.protocol());
        var known = Matrix.registry(settings).sound();
        try (var engine = Engine.connect()) {
            var subjects = subjects(settings, checked, known, engine);
            var images = new ArrayList<>(List.of(settings.simulatorImage(), settings.tsharkImage()));
            subjects.forEach(it -> images.addAll(images(it.get(0))));
            build.images(spec.commandLine().getOut()).ready(images);
            return inspect(settings, subjects, engine);
        }
    }

    private int inspect(Settings settings, List<List<Subject>> subjects, Engine engine) {
        var out = spec.commandLine().getOut();
        var worst = ExitCode.OK;
        try (var equipment = DockerEquipment.open(settings, note -> {})) {
            for (var candidates : subjects) {
                var it = candidates.get(0);
                var folder = FOLDER.resolve(
                        it.implementation().name() + "-" + it.role().label());
                Folders.delete(folder);
                head(out, it);
                var lines = new Inspection(equipment, engine, folder).of(candidates);
                lines.forEach(line -> print(out, line));
                worst = Math.max(worst, summary(out, lines, folder));
            }
        }
        return worst;
    }

    /** For each role, with one peer or several. */
    private List<List<Subject>> subjects(Settings settings, Protocol checked, Registry known, Engine engine) {
        var implementation = known.find(checked.name(), subject)
                .orElseGet(() -> CheckedImage.of(checked, known, subject, Optional.ofNullable(draft)))
                .withEnv(env);
        var all = new Peers(known, it -> engine.images().find(it).isPresent());
        var peers = with == null ? all : all.only(with);
        return roles(checked, implementation).stream()
                .map(it -> peers.with(
                        checked, implementation, it, settings.selection().routes()))
                .toList();
    }

    private List<Role> roles(Protocol checked, Implementation implementation) {
        var played = Peers.roles(checked).stream().filter(implementation::plays).toList();
        if (played.isEmpty()) {
            throw new UserError("check '%s': it plays neither %s nor %s, and nothing else can be checked"
                    .formatted(
                            implementation.name(),
                            checked.clientRole().label(),
                            checked.serverRole().label()));
        }
        if (role == null) {
            return played;
        }
        var wanted = Role.of(role).filter(played::contains);
        return List.of(wanted.orElseThrow(() -> new UserError("--role '%s': %s plays %s"
                .formatted(
                        Printable.of(role),
                        implementation.name(),
                        String.join(", ", played.stream().map(Role::label).toList())))));
    }

    private static List<String> images(Subject subject) {
        return Stream.of(subject.endpoint(), subject.peerEndpoint())
                .flatMap(it -> it.image().stream())
                .toList();
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
                Stream.concat(subject.route().version().stream(), subject.route().transport().stream())
                        .map(", "::concat)
                        .collect(Collectors.joining()));
        out.flush();
    }

    private static void print(PrintWriter out, Inspection.Line line) {
        var answer = line.answer();
        var mark = answer instanceof Answer.Met ? "✓" : answer instanceof Answer.NotMet ? "✗" : "–";
        out.printf("%s %-58s §%s  %s%n", mark, line.text(), line.section(), Printable.of(seen(answer)));
        if (answer instanceof Answer.NotMet not) {
            out.printf("    → %s%n", Printable.of(not.change()));
        }
        out.flush();
    }

    private static String seen(Answer answer) {
        if (answer instanceof Answer.Met met) {
            return met.seen();
        }
        return answer instanceof Answer.NotMet not ? not.seen() : ((Answer.NotAsked) answer).why();
    }

    private static int summary(PrintWriter out, List<Inspection.Line> lines, Path folder) {
        var met = lines.stream().filter(it -> it.answer() instanceof Answer.Met).count();
        var not = lines.stream()
                .filter(it -> it.answer() instanceof Answer.NotMet)
                .count();
        out.printf(
                "%d met, %d not met, %d not asked; sections are those of docs/contract.md, what it left is in %s%n%n",
                met,
                not,
                lines.size() - met - not,
                UserFolder.of(System.getProperties()).shown(folder));
        return not == 0 ? ExitCode.OK : ExitCode.FAILED;
    }
}
