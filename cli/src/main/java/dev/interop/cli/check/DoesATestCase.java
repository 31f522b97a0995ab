package dev.interop.cli.check;

import dev.interop.protocol.Contract;
import dev.interop.recording.ContainerRole;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.ReasonCode;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The endpoint accepts the contract's variables and performs a test case. */
final class DoesATestCase implements Requirement {
    /** The usual exit code of programs that do not accept their arguments. */
    private static final int USAGE = 2;

    private static final int MOST = 4;

    /** TLS's alert no_application_protocol as an error of QUIC (RFC 9001 §4.8), as clients write it. */
    private static final Pattern NO_PROTOCOL =
            Pattern.compile("(?i)\\b(?:error|code)\\w*[ =:]*(?:0x0*178|376)\\b|no[ _]application[ _]protocol");

    private static final String ANSWER_WHERE_EXPECTED =
            "answer QUIC packets where clients expect it (section 2.2), after"
                    + " calling /setup.sh where routes are needed";

    private static final String MAP_VARIABLES =
            "it may want a variable that the contract has not, or not take a value as"
                    + " it is: a start script or an adapter can map it";

    private static final Requirement FILES = new LeavesDownloads();

    @Override
    public String rule() {
        return "takes the variables as they are and does a test case";
    }

    @Override
    public String section() {
        return "2.1";
    }

    @Override
    public CheckResult examine(ImageEvidence evidence) {
        if (evidence.run().isEmpty()) {
            return answers().notChecked(evidence.noRun());
        }
        var run = evidence.run().get();
        if (run.isDeclined()) {
            return answers()
                    .notMet(
                            "none was done; the last, " + run.title() + ": " + run.reasonText(),
                            "support at least one, or name the right one with --role");
        }
        return switch (run.verdict().outcome()) {
            case SUCCEEDED -> answers().met(run.title() + ": " + run.passed() + before(evidence));
            case UNDECIDED ->
                run.isOverloaded()
                        ? answers().notChecked(run, run.title() + ": " + run.reasonText())
                        : answers().met(run.title() + ": done; " + run.reasonText() + before(evidence));
            // The first requirement reports what is missing.
            case ERROR -> answers().notChecked(run, run.title() + ": " + run.reasonText());
            default ->
                hasOtherRequirement(evidence, run)
                        ? answers().notChecked(run, run.title() + ": " + run.reasonText())
                        : change(run);
        };
    }

    /** The failure with an earlier peer; which endpoint was at fault is open if another peer goes well. */
    private static String before(ImageEvidence evidence) {
        return evidence.before()
                .map(it -> "; failed in " + it.title() + ": " + it.reasonText())
                .orElse("");
    }

    /**
     * Whether the test case was performed but the report, the exit code or the files are wrong, for which there are
     * separate requirements.
     */
    private static boolean hasOtherRequirement(ImageEvidence evidence, CheckedCell run) {
        return Reports.applyTo(run.subject()) && Reports.isAtFault(run)
                || FILES.concerns(evidence) && FILES.examine(evidence) instanceof CheckResult.Failed;
    }

    private CheckResult change(CheckedCell run) {
        var seen = run.title() + ": " + all(run);
        var preparedByTestbed = run.subject().protocol().contract().networkSetup() == Contract.NetworkSetup.TESTBED;
        var code = run.verdict().reason().code();
        if (code.equals(ReasonCode.SERVER_SILENT)) {
            return answers()
                    .notMet(
                            seen,
                            preparedByTestbed
                                    ? "answer QUIC packets on " + port(run) + ", at every address (section 2.2)"
                                    : ANSWER_WHERE_EXPECTED);
        }
        if (code.equals(ReasonCode.SERVER_UNBOUND)) {
            return answers().notMet(seen, "keep " + port(run) + " bound (section 2.2)");
        }
        return couldNotBegin(run)
                ? answers().notMet(seen, MAP_VARIABLES)
                : answers()
                        .notMet(
                                seen,
                                "see output.txt and what else it left" + hint(run, preparedByTestbed),
                                run.recording().folder());
    }

    /** The server's port, with the variable that has it, if there is one. */
    private static String port(CheckedCell run) {
        var port = Integer.toString(run.subject().protocol().contract().server().port());
        return run.recording().env(ContainerRole.SERVER).entrySet().stream()
                .filter(it -> it.getValue().equals(port))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .map(it -> "UDP port " + port + " (" + it + ")")
                .orElse("UDP port " + port);
    }

    /** A likely cause, guessed from the observation. */
    private static String hint(CheckedCell run, boolean preparedByTestbed) {
        if (!preparedByTestbed) {
            return "; where no answer comes back, call /setup.sh first (section 2.2)";
        }
        var other = run.subject().protocol().transports().stream()
                .filter(it ->
                        run.subject().route().transport().filter(it::equals).isEmpty())
                .findFirst();
        return other.filter(it -> NO_PROTOCOL.matcher(all(run)).find())
                .map(it ->
                        "; no application protocol was agreed on: if it speaks " + it + " only, add --transport " + it)
                .orElse("");
    }

    private static boolean couldNotBegin(CheckedCell run) {
        var ending = run.recording().ending(run.subject().containerRole());
        return ending.filter(it -> it.exitedWith(USAGE)).isPresent() || Reports.endedBefore(run);
    }

    /** All observations, since a client's last output often names the variable. */
    private static String all(CheckedCell run) {
        var findings = run.verdict().findings();
        return findings.isEmpty() || findings.size() > MOST
                ? run.reasonText()
                : findings.stream().map(Finding::seen).distinct().collect(Collectors.joining("; "));
    }
}
