package dev.interop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.UserError;
import dev.interop.plan.Seeds;
import dev.interop.recording.ContainerEnd;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.Provenance;
import dev.interop.result.CellResult;
import dev.interop.result.Measured;
import dev.interop.result.PhaseTimes;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Claim;
import dev.interop.verdict.ClaimedPart;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Proof;
import dev.interop.verdict.Reason;
import dev.interop.verdict.ReasonCode;
import dev.interop.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** A cell as a line of {@code cells.jsonl}, both ways. The schema is {@code cells.schema.json} beside this class. */
final class CellLine {
    private CellLine() {}

    static ObjectNode write(CellResult cell) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("id", cell.id());
        line.put("protocol", cell.protocol());
        line.put("client", cell.client());
        line.put("server", cell.server());
        line.put("test", cell.test());
        cell.transport().ifPresent(it -> line.put("transport", it));
        cell.version().ifPresent(it -> line.put("version", it));
        writeVerdict(line, cell.verdict());
        var images = line.putObject("images");
        sorted(cell.images()).forEach((part, image) -> images.put(part.label(), image));
        if (!cell.builds().isEmpty()) {
            var builds = line.putObject("builds");
            sorted(cell.builds()).forEach((part, it) -> writeBuild(builds.putObject(part.label()), it));
        }
        line.put("seed", Seeds.format(cell.seed()));
        line.put("scenario", cell.scenario());
        writeEndings(line, sorted(cell.endings()));
        cell.verdict().claim().ifPresent(it -> writeClaim(line.putObject("tap"), it));
        if (!cell.verdict().around().isEmpty()) {
            PacketContext.write(line.putArray("around"), cell.verdict().around());
        }
        cell.measurement().ifPresent(it -> writeMeasurement(line.putObject("measurement"), it));
        cell.times().ifPresent(it -> writeTimes(line.putObject("times"), it));
        cell.span().ifPresent(it -> line.put("span", it));
        return line.put("logs", cell.logs());
    }

    /** Throws {@link IllegalArgumentException} when it is no cell. */
    static CellResult read(JsonNode line) {
        return new CellResult(
                text(line, "id"),
                text(line, "protocol"),
                text(line, "client"),
                text(line, "server"),
                text(line, "test"),
                optional(line, "transport"),
                optional(line, "version"),
                readVerdict(line),
                byPart(line.path("images"), JsonNode::asText),
                byPart(line.path("builds"), CellLine::readBuild),
                seed(line.path("seed")),
                text(line, "scenario"),
                readEndings(line),
                Optional.of(line.path("times")).filter(JsonNode::isObject).map(CellLine::readTimes),
                number(line, "span"),
                Optional.of(line.path("measurement")).filter(JsonNode::isObject).map(CellLine::readMeasurement),
                text(line, "logs"));
    }

    /** Earlier versions wrote a signed number. */
    private static long seed(JsonNode seed) {
        try {
            return seed.isTextual() ? Seeds.parse(seed.asText()) : seed.asLong();
        } catch (UserError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** What is not known is left out. */
    private static void writeBuild(ObjectNode node, Provenance it) {
        putKnown(node, "repository", it.repository());
        putKnown(node, "ref", it.ref());
        putKnown(node, "commit", it.commit());
        node.put("dirty", it.dirty());
        putKnown(node, "built", it.built());
    }

    private static void putKnown(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    private static Provenance readBuild(JsonNode node) {
        return new Provenance(
                node.path("repository").asText(),
                node.path("ref").asText(),
                node.path("commit").asText(),
                node.path("dirty").asBoolean(),
                node.path("built").asText());
    }

    private static void writeVerdict(ObjectNode line, Verdict verdict) {
        line.put("outcome", verdict.outcome().label());
        writeReason(line.putObject("reason"), verdict.reason());
        var findings = line.putArray("findings");
        for (var it : verdict.findings()) {
            var finding = findings.addObject();
            finding.put("rule", it.rule()).put("section", it.section());
            finding.put("expected", it.expected()).put("seen", it.seen());
            var evidence =
                    finding.putObject("evidence").put("file", it.evidence().file());
            it.evidence().packet().ifPresent(packet -> evidence.put("packet", packet));
            it.evidence().time().ifPresent(time -> evidence.put("time", time));
            it.evidence().line().ifPresent(number -> evidence.put("line", number));
        }
        var checks = line.putArray("checks");
        for (var it : verdict.checks()) {
            var check = checks.addObject().put("rule", it.rule()).put("section", it.section());
            check.put("result", label(it.result()));
            if (it.result() instanceof CheckResult.Undecided undecided) {
                writeReason(check.putObject("reason"), undecided.reason());
            }
        }
    }

    private static Verdict readVerdict(JsonNode line) {
        var findings = new ArrayList<Finding>();
        for (var it : line.path("findings")) {
            findings.add(new Finding(
                    text(it, "rule"),
                    text(it, "section"),
                    text(it, "expected"),
                    text(it, "seen"),
                    readLocation(it.path("evidence"))));
        }
        var checks = new ArrayList<Verdict.Checked>();
        for (var it : line.path("checks")) {
            checks.add(new Verdict.Checked(text(it, "rule"), text(it, "section"), readCheck(it, findings)));
        }
        return new Verdict(
                constant(Outcome.values(), Outcome::label, text(line, "outcome")),
                readReason(line.path("reason")),
                findings,
                checks,
                Optional.of(line.path("tap")).filter(JsonNode::isObject).map(CellLine::readClaim),
                PacketContext.read(line.path("around")));
    }

    private static void writeClaim(ObjectNode node, Claim claim) {
        node.put("points", claim.points());
        claim.proof().ifPresent(it -> node.put("proof", it.label()));
        if (claim.parts().isEmpty()) {
            return;
        }
        for (var proof : Proof.values()) {
            node.put(proof.label(), claim.parts(proof));
        }
        var parts = node.putArray("parts");
        for (var it : claim.parts()) {
            parts.addObject()
                    .put("name", it.name())
                    .put("proof", it.proof().label())
                    .put("reason", it.reason());
        }
    }

    private static Claim readClaim(JsonNode node) {
        var parts = new ArrayList<ClaimedPart>();
        for (var it : node.path("parts")) {
            var proof = constant(Proof.values(), Proof::label, text(it, "proof"));
            parts.add(new ClaimedPart(text(it, "name"), proof, text(it, "reason")));
        }
        return new Claim(
                node.path("points").asLong(),
                optional(node, "proof").map(it -> constant(Proof.values(), Proof::label, it)),
                parts);
    }

    private static String label(CheckResult result) {
        if (result instanceof CheckResult.Failed) {
            return "failed";
        }
        return result instanceof CheckResult.Undecided ? "undecided" : "passed";
    }

    /** A failed check's findings are those of the cell that name its rule. */
    private static CheckResult readCheck(JsonNode check, List<Finding> findings) {
        return switch (text(check, "result")) {
            case "failed" ->
                new CheckResult.Failed(findings.stream()
                        .filter(it -> it.rule().equals(text(check, "rule")))
                        .toList());
            case "undecided" -> new CheckResult.Undecided(readReason(check.path("reason")));
            case "passed" -> new CheckResult.Passed();
            default -> throw new IllegalArgumentException("'%s' is no check's result".formatted(text(check, "result")));
        };
    }

    private static void writeReason(ObjectNode node, Reason reason) {
        node.put("code", reason.code().label()).put("text", reason.text());
    }

    private static Reason readReason(JsonNode node) {
        return new Reason(constant(ReasonCode.values(), ReasonCode::label, text(node, "code")), text(node, "text"));
    }

    private static Location readLocation(JsonNode it) {
        return new Location(
                text(it, "file"),
                it.has("packet") ? OptionalLong.of(it.get("packet").asLong()) : OptionalLong.empty(),
                number(it, "time"),
                it.has("line") ? OptionalInt.of(it.get("line").asInt()) : OptionalInt.empty());
    }

    /** {@code exit} is for those who want the codes only; {@code ended} says whether a code means anything. */
    private static void writeEndings(ObjectNode line, Map<ContainerRole, ContainerEnd> endings) {
        var exit = line.putObject("exit");
        var ended = line.putObject("ended");
        endings.forEach((part, it) -> {
            exit.put(part.label(), it.exitCode().isPresent() ? it.exitCode().getAsInt() : null);
            var how = ended.putObject(part.label()).put("how", label(it.how()));
            if (!it.detail().isEmpty()) {
                how.put("detail", it.detail());
            }
        });
    }

    private static Map<ContainerRole, ContainerEnd> readEndings(JsonNode line) {
        var endings = new EnumMap<ContainerRole, ContainerEnd>(ContainerRole.class);
        byPart(line.path("ended"), Function.identity()).forEach((part, it) -> {
            var code = line.path("exit").path(part.label());
            endings.put(
                    part,
                    new ContainerEnd(
                            constant(ContainerEnd.How.values(), CellLine::label, text(it, "how")),
                            code.isInt() ? OptionalInt.of(code.asInt()) : OptionalInt.empty(),
                            it.path("detail").asText("")));
        });
        return endings;
    }

    private static String label(ContainerEnd.How how) {
        return how.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void writeMeasurement(ObjectNode node, Measured it) {
        node.put("unit", it.unit());
        it.values().forEach(node.putArray("values")::add);
        node.put("mean", it.mean()).put("deviation", it.deviation());
    }

    private static Measured readMeasurement(JsonNode node) {
        var values = new ArrayList<Double>();
        node.path("values").forEach(it -> values.add(it.asDouble()));
        return new Measured(
                text(node, "unit"),
                values,
                node.path("mean").asDouble(),
                node.path("deviation").asDouble());
    }

    private static void writeTimes(ObjectNode node, PhaseTimes it) {
        node.put("prepare", it.prepare()).put("start", it.start()).put("run", it.run());
        node.put("copy", it.copy()).put("judge", it.judge());
    }

    private static PhaseTimes readTimes(JsonNode node) {
        return new PhaseTimes(
                node.path("prepare").asDouble(),
                node.path("start").asDouble(),
                node.path("run").asDouble(),
                node.path("copy").asDouble(),
                node.path("judge").asDouble());
    }

    private static <T> Map<ContainerRole, T> sorted(Map<ContainerRole, T> byPart) {
        var sorted = new EnumMap<ContainerRole, T>(ContainerRole.class);
        sorted.putAll(byPart);
        return sorted;
    }

    private static <T> Map<ContainerRole, T> byPart(JsonNode node, Function<JsonNode, T> value) {
        var byPart = new EnumMap<ContainerRole, T>(ContainerRole.class);
        node.properties()
                .forEach(it -> byPart.put(
                        constant(ContainerRole.values(), ContainerRole::label, it.getKey()),
                        value.apply(it.getValue())));
        return byPart;
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field);
        if (!text.isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return text.asText();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.has(field) ? Optional.of(text(node, field)) : Optional.empty();
    }

    private static OptionalDouble number(JsonNode node, String field) {
        return node.has(field) ? OptionalDouble.of(node.get(field).asDouble()) : OptionalDouble.empty();
    }

    private static <T> T constant(T[] all, Function<T, String> label, String wanted) {
        return Arrays.stream(all)
                .filter(it -> label.apply(it).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is not known".formatted(wanted)));
    }
}
