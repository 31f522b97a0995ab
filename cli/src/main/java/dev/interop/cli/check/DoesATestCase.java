package dev.interop.cli.check;

import dev.interop.protocol.Contract;
import dev.interop.verdict.CheckResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.ReasonCode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the contract's variables as they are given and does a test case with them. */
final class DoesATestCase implements Requirement {
    /** What programs end with that do not understand what they are told. */
    private static final int USAGE = 2;

    private static final int MOST = 4;

    /** TLS's alert no_application_protocol as an error of QUIC (RFC 9001 §4.8), as clients write it. */
    private static final Pattern NO_PROTOCOL =
            Pattern.compile("(?i)\\b(?:error|code)\\w*[ =:]*(?:0x0*178|376)\\b|no[ _]application[ _]protocol");

    private static final String ANSWER_AT_EVERY_ADDRESS =
            "answer QUIC packets on UDP port MOQT_PORT, at every address (section 2.2)";

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
            return answers().notAsked(evidence.noRun());
        }
        var run = evidence.run().get();
        if (run.isDeclined()) {
            return answers()
                    .notMet(
                            "none was done; the last, " + run.what() + ": " + run.why(),
                            "support at least one, or name the right one with --role");
        }
        return switch (run.verdict().outcome()) {
            case SUCCEEDED -> answers().met(run.what() + ": " + run.passed() + before(evidence));
            case UNDECIDED -> answers().met(run.what() + ": done; " + run.why() + before(evidence));
            // The first requirement says what is not there.
            case ERROR -> answers().notAsked(run.what() + ": " + run.why());
            default -> isToldElsewhere(evidence, run) ? answers().notAsked(run.what() + ": " + run.why()) : change(run);
        };
    }

    /** Whose fault it was is open where it goes well with another one. */
    private static String before(ImageEvidence evidence) {
        return evidence.before()
                .map(it -> "; not so " + it.what() + ": " + it.why())
                .orElse("");
    }

    /** Its variables were taken, but the report, the exit code or the files are wrong: these have lines of their own. */
    private static boolean isToldElsewhere(ImageEvidence evidence, CheckedCell run) {
        return Reports.concern(run.subject()) && Reports.isAtFault(run)
                || FILES.concerns(run.subject()) && FILES.examine(evidence) instanceof CheckResult.Failed;
    }

    private CheckResult change(CheckedCell run) {
        var seen = run.what() + ": " + all(run);
        var caredFor = run.subject().protocol().contract().networkSetup() == Contract.NetworkSetup.TESTBED;
        var code = run.verdict().reason().code();
        if (code.equals(ReasonCode.SERVER_SILENT)) {
            return answers().notMet(seen, caredFor ? ANSWER_AT_EVERY_ADDRESS : ANSWER_WHERE_EXPECTED);
        }
        if (code.equals(ReasonCode.SERVER_UNBOUND)) {
            return answers().notMet(seen, "keep UDP port MOQT_PORT bound (section 2.2)");
        }
        return couldNotBegin(run)
                ? answers().notMet(seen, MAP_VARIABLES)
                : answers()
                        .notMet(
                                seen,
                                "see output.txt and what else it left" + hint(run, caredFor),
                                run.recording().folder());
    }

    /** What often is the cause, as far as can be told from what was seen. */
    private static String hint(CheckedCell run, boolean caredFor) {
        if (!caredFor) {
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
        var ending = run.recording().ending(run.subject().part());
        return ending.filter(it -> it.exitedWith(USAGE)).isPresent() || Reports.endedBefore(run);
    }

    /** All that was seen, since what a client said at its end often names the variable. */
    private static String all(CheckedCell run) {
        var findings = run.verdict().findings();
        return findings.isEmpty() || findings.size() > MOST
                ? run.why()
                : findings.stream().map(Finding::seen).distinct().collect(Collectors.joining("; "));
    }
}
