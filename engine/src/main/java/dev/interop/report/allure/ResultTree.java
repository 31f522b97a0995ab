package dev.interop.report.allure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interop.Printable;
import dev.interop.plan.Seeds;
import dev.interop.recording.CellRoute;
import dev.interop.recording.ContainerRecord;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.report.FailureCard;
import dev.interop.report.FailureSignature;
import dev.interop.result.CellResult;
import dev.interop.result.CellStatus;
import dev.interop.result.PhaseTimes;
import dev.interop.verdict.Claim;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Outcome;
import dev.interop.verdict.Wording;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the JSON of Allure's result file for a cell. */
final class ResultTree {
    private final AllureCell of;
    private final CellResult cell;
    private final int leftOut;
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();

    private ResultTree(AllureCell of, int leftOut) {
        this.of = of;
        this.leftOut = leftOut;
        this.cell = of.cell();
    }

    static ObjectNode of(AllureCell cell, String uuid, AllureAttachments.Shown files) {
        var result = new ResultTree(cell, files.leftOut());
        result.tree.put("uuid", uuid);
        result.identity();
        result.status();
        result.times();
        result.labels();
        result.parameters();
        result.links();
        new Steps(result.began())
                .write(result.tree.putArray("steps"), cell.cell().verdict());
        var attachments = result.tree.putArray("attachments");
        files.shown()
                .forEach(it -> attachments
                        .addObject()
                        .put("name", it.name())
                        .put("source", it.source())
                        .put("type", it.type()));
        return result.tree;
    }

    /** Allure 3 distinguishes cells by the test case and the parameters that are not excluded. */
    private void identity() {
        tree.put("testCaseId", cell.protocol() + cell.cell().inMatrix() + "/" + cell.test());
        tree.put("fullName", Printable.of(cell.id()));
        tree.put("name", FailureCard.title(cell));
        var path = tree.putArray("titlePath");
        of.path().forEach(it -> path.add(Printable.of(it)));
    }

    private void status() {
        var verdict = cell.verdict();
        tree.put("status", status(cell.status())).put("stage", "finished");
        tree.put("description", CellDescription.of(of, leftOut));
        if (cell.status() == CellStatus.SUCCEEDED) {
            of.attempts()
                    .filter(it ->
                            of.context().earlier().stream().anyMatch(Set.of(Outcome.FAILED, Outcome.ERROR)::contains))
                    .ifPresent(it ->
                            tree.putObject("statusDetails").put("flaky", true).put("message", "flaky: " + it));
            return;
        }
        var details = tree.putObject("statusDetails");
        details.put("message", CellMessage.of(of));
        if (cell.status() == CellStatus.KNOWN) {
            details.put("known", true);
        }
        if (cell.status() == CellStatus.FLAKY) {
            details.put("flaky", true);
        }
        verdict.findings().stream().findFirst().ifPresent(it -> compared(details, it));
    }

    private static void compared(ObjectNode details, Finding finding) {
        details.put("expected", Printable.of(finding.expected())).put("actual", Printable.of(finding.seen()));
    }

    /**
     * A cell is "skipped" if it is no result about the implementations' quality, and "broken" if they did not cause the
     * error. One that failed as is known of it is no news, and therefore "skipped", too.
     */
    private static String status(CellStatus status) {
        return switch (status) {
            case SUCCEEDED -> "passed";
            case FAILED, STALE -> "failed";
            case KNOWN, FLAKY, UNSUPPORTED, SKIPPED -> "skipped";
            case UNDECIDED -> "unknown";
            case ERROR -> "broken";
        };
    }

    /** The duration is the one of the front page: from the moment that the client could begin to the cell's end. */
    private void times() {
        var began = began();
        tree.put("start", began)
                .put("stop", began + millis(cell.times().map(PhaseTimes::run).orElse(0.0)));
    }

    /** A cell that has no recording has the beginning of its run: without a time Allure calls the duration unknown. */
    private long began() {
        var before = cell.times().map(it -> it.prepare() + it.start()).orElse(0.0);
        return started().orElse(of.runBegan().toEpochMilli()) + millis(before);
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    /** The start time in milliseconds since the epoch, which only the recording holds. */
    private OptionalLong started() {
        var folder = of.recording().filter(it -> Files.isRegularFile(it.resolve(Recording.FILE)));
        if (folder.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    new RecordingStore().read(folder.get()).execution().started());
        } catch (RuntimeException unreadable) {
            // A report without a start time is better than none.
            return OptionalLong.empty();
        }
    }

    private void labels() {
        var labels = tree.putArray("labels");
        label(labels, "epic", of.protocol());
        label(labels, "feature", cell.test());
        label(labels, "story", cell.client() + " → " + cell.server());
        label(labels, "parentSuite", of.path().get(0));
        label(labels, "suite", of.path().get(1));
        label(labels, "subSuite", of.path().get(2));
        label(labels, "client", cell.client());
        label(labels, "server", cell.server());
        label(labels, "testcase", cell.test());
        label(labels, "letter", of.letter());
        label(labels, "outcome", cell.verdict().outcome().label());
        label(labels, "status", cell.status().label());
        label(labels, "reason", cell.verdict().reason().code().label());
        label(labels, "framework", "interop-engine");
        if (cell.verdict().outcome() != Outcome.SUCCEEDED) {
            label(labels, "signature", of.context().signature().orElseGet(() -> FailureSignature.of(cell)));
        }
    }

    private static void label(ArrayNode labels, String name, String value) {
        labels.addObject().put("name", name).put("value", Printable.of(value));
    }

    private void parameters() {
        var parameters = tree.putArray("parameters");
        parameter(parameters, "client", cell.client());
        parameter(parameters, "server", cell.server());
        route(parameters, cell.route());
        cell.verdict().claim().flatMap(Claim::proof).ifPresent(it -> excluded(parameters, "claimed pass", it.label()));
        cell.verdict().claim().stream()
                .flatMap(it -> it.parts().stream())
                .forEach(it ->
                        excluded(parameters, Printable.of(it.name()), it.proof().label() + ": " + it.reason()));
        cell.measurement()
                .ifPresent(it -> excluded(
                        parameters,
                        "measured",
                        String.format(Locale.ROOT, "%.0f (± %.0f) %s", it.mean(), it.deviation(), it.unit())));
        of.attempts().ifPresent(it -> excluded(parameters, "attempts", it));
        excluded(parameters, "seed", Seeds.format(cell.seed()));
        if (!cell.scenario().isEmpty()) {
            excluded(parameters, "scenario", cell.scenario());
        }
        cell.containers().forEach((role, it) -> container(parameters, role.label(), it));
    }

    /** The label distinguishes two routes with the same transport. */
    private static void route(ArrayNode parameters, CellRoute route) {
        if (!route.label().isEmpty()) {
            parameter(parameters, "route", route.label());
        }
        route.transport().ifPresent(it -> excluded(parameters, "transport", it));
        route.version().ifPresent(it -> excluded(parameters, "version", it.name()));
        route.relation().ifPresent(it -> excluded(parameters, "version relation", it));
        route.url().ifPresent(it -> excluded(parameters, "remote endpoint", it));
    }

    private static void container(ArrayNode parameters, String role, ContainerRecord it) {
        it.image().ifPresent(image -> excluded(parameters, role + " image", image));
        it.build().ifPresent(build -> excluded(parameters, role + " built from", build.whole()));
        it.release().ifPresent(release -> excluded(parameters, role + " release", release));
        it.mounted().forEach(file -> excluded(parameters, role + " mounted", file.text()));
        it.end()
                .ifPresent(end -> excluded(
                        parameters,
                        role + " ended",
                        end.how().label().replace('-', ' ')
                                + (end.exitCode().isPresent()
                                        ? " with " + end.exitCode().getAsInt()
                                        : "")));
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String value) {
        return parameters.addObject().put("name", name).put("value", Printable.of(value));
    }

    /** Adds a parameter that is shown but does not distinguish cells. */
    private static void excluded(ArrayNode parameters, String name, String value) {
        parameter(parameters, name, value).put("excluded", true);
    }

    private void links() {
        var links = tree.putArray("links");
        var verdict = cell.verdict();
        Stream.concat(
                        verdict.findings().stream().map(Finding::section),
                        verdict.checks().stream().map(it -> it.section()))
                .distinct()
                .flatMap(it -> SectionLink.of(it).stream())
                .forEach(it -> link(links, it.name(), it.url(), "section"));
        of.context().logPages().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(it -> link(links, Wording.of(it.getKey()), it.getValue(), "log"));
        Stream.of(cell.client(), cell.server()).distinct().forEach(it -> {
            var url = of.urls().getOrDefault(it, "");
            // Registry values are untrusted: only web links are accepted, no scripts.
            if (url.startsWith("https://") || url.startsWith("http://")) {
                link(links, it, url, "implementation");
            }
        });
    }

    private static void link(ArrayNode links, String name, String url, String type) {
        links.addObject().put("name", Printable.of(name)).put("url", url).put("type", type);
    }
}
