package dev.interop.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.TestFile;
import dev.interop.recording.CellEnd;
import dev.interop.recording.ContainerEnd.How;
import dev.interop.recording.ContainerRole;
import dev.interop.recording.DownloadedFile.Kind;
import dev.interop.recording.Fault;
import dev.interop.recording.MountedRecord;
import dev.interop.recording.Recording;
import dev.interop.recording.RecordingStore;
import dev.interop.recording.RefusedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class CellTest {
    private static final String STAY = Scripted.STAY;

    private OpenTestbed open;

    @BeforeAll
    void open(@TempDir Path folder) {
        open = new OpenTestbed(
                folder, it -> it.withLimits(it.limits().withOutputBytes(100_000).withMemoryBytes(64L << 20)));
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void theReleaseThatAnEndpointWroteDownIsRecorded() {
        var cell = open.run("echo Browser 156.0.1 > /logs/version.txt", STAY, TestFile.ofSize(5));

        assertThat(cell.containers().get(ContainerRole.CLIENT).release()).hasValue("Browser 156.0.1");
        assertThat(cell.containers().get(ContainerRole.SERVER).release()).isEmpty();
    }

    @Test
    void aClientGetsTheVariablesAndFilesOfTheContract() throws IOException {
        var cell = open.run(
                "env | sort; cat /etc/hosts; ls -A /downloads; touch /downloads/x /logs/x; readlink /proc/1/exe; hostname;"
                        + " ip -o address; head -n 1 /certs/ca.pem",
                STAY,
                TestFile.ofSize(5),
                new TestFile(7, 250));

        var client = Files.readString(cell.stdout(ContainerRole.CLIENT));
        var octet = open.lane().number();
        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(client)
                .contains("ROLE=client", "TESTCASE=for-the-client", "SSLKEYLOGFILE=/logs/keys.log")
                .contains("QLOGDIR=/logs/qlog/", "REQUESTS=" + String.join(" ", cell.requests()))
                .contains("193.167." + (100 + octet) + ".100\tserver46", "193.167." + octet + ".2\tsim")
                .contains("fd00:cafe:cafe:" + (100 + octet) + "::100\tserver6")
                .contains("docker-init", "-----BEGIN CERTIFICATE-----", "\nclient\n")
                .contains("193.167." + octet + ".100/24", "::100/64");
        assertThat(cell.requests()).hasSize(2).allMatch(it -> it.startsWith("https://server4:443/"));
        assertThat(cell.served().get(1).path()).hasSize(250);
        assertThat(cell.downloaded()).singleElement().matches(it -> it.path().equals("x") && it.size() == 0);
        assertThat(cell.folder().resolve("client/x")).exists();
    }

    @Test
    void aServerGetsTheVariablesAndFilesOfTheContract() throws IOException {
        var cell = open.run(
                STAY,
                "env | sort; sha256sum /www/* | sed s,/www/,,; grep -c BEGIN /certs/cert.pem; head -n 1 /certs/priv.key;"
                        + " exit 127",
                TestFile.ofSize(100_000),
                TestFile.ofSize(1));

        var server = Files.readString(cell.stdout(ContainerRole.SERVER));
        assertThat(cell.end()).isEqualTo(CellEnd.SERVER);
        assertThat(server)
                .contains("ROLE=server", "TESTCASE=for-the-server", "\n1\n-----BEGIN PRIVATE KEY-----")
                .doesNotContain("REQUESTS");
        assertThat(cell.served()).allSatisfy(it -> assertThat(server).contains(it.sha256() + "  " + it.path()));
    }

    @Test
    void aFileOfThisMachineTakesThePlaceOfTheImages(@TempDir Path files) throws IOException {
        var tool = Files.writeString(files.resolve("tool"), "#!/bin/sh\necho of this machine\n");
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        var client = Scripted.mounting(
                Scripted.endpoint("/usr/bin/ncal; stat -c %a:%U /opt/new/tool"), tool, "/usr/bin/ncal");

        var cell = open.run(Scripted.mounting(client, tool, "/opt/new/tool"), Scripted.endpoint(STAY));

        assertThat(cell.stdout(ContainerRole.CLIENT)).hasContent("of this machine\n755:root");
        assertThat(cell.containers().get(ContainerRole.CLIENT).mounted())
                .extracting(MountedRecord::path)
                .containsExactly("/usr/bin/ncal", "/opt/new/tool");
        assertThat(cell.containers().get(ContainerRole.SERVER).mounted()).isEmpty();
        assertThat(open.said()).contains("--mount /opt/new/tool: the image has no file there that it would replace");
        assertThat(new RecordingStore().read(cell.folder())).isEqualTo(cell);
    }

    @Test
    void aFileIsNotMountedInThePlaceOfAFolder(@TempDir Path files) throws IOException {
        var tool = Files.writeString(files.resolve("data"), "x");

        var cell = open.run(Scripted.mounting(Scripted.endpoint("true"), tool, "/usr/bin"), Scripted.endpoint(STAY));

        assertThat(cell.fault().orElseThrow().text())
                .isEqualTo("--mount /usr/bin: is a folder in the image; name the file in it");
    }

    @Test
    void theRecordingOfACellCanBeReadBack() {
        var cell = open.run("echo a >/downloads/a; exit 3", STAY, TestFile.ofSize(10));

        assertThat(new RecordingStore().read(cell.folder())).isEqualTo(cell);
    }

    @Test
    void outputIsKeptByStreamAndMerged() throws IOException {
        var cell = open.run("echo out; echo err >&2; printf unfinished", STAY);

        assertThat(cell.stdout(ContainerRole.CLIENT)).hasContent("out\nunfinished");
        assertThat(cell.stderr(ContainerRole.CLIENT)).hasContent("err");
        assertThat(Files.readString(cell.folder().resolve(Recording.OUTPUT)))
                .contains("client | out\n", "client | err\n", "client | unfinished\n");
    }

    @Test
    void theClientsExitCodeEndsTheCell() {
        var cell = open.run("exit 127", STAY);

        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(127))
                .isTrue();
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().how()).isEqualTo(How.STOPPED);
        assertThat(cell.fault()).isEmpty();
    }

    @Test
    void aServerThatDoesNotSupportTheCaseEndsTheCell() {
        var cell = open.run(STAY, "exit 127");

        assertThat(cell.end()).isEqualTo(CellEnd.SERVER);
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().exitedWith(127))
                .isTrue();
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.STOPPED);
    }

    @Test
    void aServerThatEndsJustBeforeTheClientDoesNotCutItOff() {
        var cell = open.run("sleep 1.5; exit 0", "sleep 1; exit 0");

        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().exitedWith(0))
                .isTrue();
    }

    @Test
    void aServerThatGoesAwayEndsTheCell() {
        var cell = open.run(STAY, "sleep 1; exit 1");

        assertThat(cell.end()).isEqualTo(CellEnd.SERVER);
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().exitedWith(1))
                .isTrue();
    }

    @Test
    void theTimeLimitEndsAContainerThatIgnoresSigterm() {
        var test = Scripted.test(Optional.of(Scripted.READY), Duration.ofSeconds(1));
        var deaf = Scripted.endpoint("trap '' TERM; while :; do sleep 1; done");

        var cell = open.run(deaf, deaf, test);

        assertThat(cell.end()).isEqualTo(CellEnd.TIME_LIMIT);
        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.TIMED_OUT);
        assertThat(cell.ending(ContainerRole.SERVER).orElseThrow().how()).isEqualTo(How.TIMED_OUT);
        assertThat(cell.execution().times().run()).isBetween(0.9, 10.0);
    }

    @Test
    void anInterruptStopsTheCellAtOnceAndIsKept() throws InterruptedException {
        var recorded = new AtomicReference<Recording>();
        var kept = new AtomicReference<Boolean>();
        var runner = new Thread(() -> {
            recorded.set(open.run(STAY, STAY));
            kept.set(Thread.currentThread().isInterrupted());
        });
        runner.start();
        Thread.sleep(4000);
        var asked = System.nanoTime();

        runner.interrupt();
        runner.join();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
        assertThat(recorded.get().end()).isEqualTo(CellEnd.CANCELLED);
        assertThat(kept.get()).isTrue();
    }

    @Test
    void aMissingImageIsReportedAtOnce() {
        var started = System.nanoTime();

        var cell = open.run(Scripted.image("localhost/interop-test/none:1"), Scripted.endpoint(STAY));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(cell.end()).isEqualTo(CellEnd.FAULT);
        assertThat(cell.fault().orElseThrow().code()).isEqualTo(Fault.Code.IMAGE_MISSING);
        assertThat(cell.fault().orElseThrow().image()).hasValue("localhost/interop-test/none:1");
        assertThat(cell.fault().orElseThrow().text())
                .contains("localhost/interop-test/none:1 is not on this machine", "build the image under it");
    }

    @Test
    void anImageWithoutItsProgramDoesNotLookLikeUnsupported() {
        // The entry point of the base image is a script that only derived images contain.
        var cell = open.run(Scripted.image("localhost/interop/endpoint:local"), Scripted.endpoint(STAY));

        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.NOT_STARTED);
        assertThat(cell.fault().orElseThrow().code()).isEqualTo(Fault.Code.BINARY_MISSING);
        assertThat(cell.fault().orElseThrow().text()).contains("client", "/run_endpoint.sh");
    }

    @Test
    void aSimulatorThatEndsEarlyIsAtFault() {
        var test = Scripted.test(Optional.of("echo no >&2; exit 2; :"), OpenTestbed.SECONDS_20);

        var cell = open.run(Scripted.endpoint(STAY), Scripted.endpoint(STAY), test);

        assertThat(cell.end()).isEqualTo(CellEnd.SIM);
        assertThat(cell.fault().orElseThrow().code()).isEqualTo(Fault.Code.SIMULATOR_FAILED);
    }

    @Test
    void aClientThatTakesTooMuchMemoryIsKilled() {
        var cell = open.run("exec perl -e 'my $x = \"a\" x (500 * 1024 * 1024); sleep 60'", STAY);

        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().how()).isEqualTo(How.OUT_OF_MEMORY);
    }

    @Test
    void aFloodOfOutputIsCutAndReported() throws IOException {
        var cell = open.run("yes flood | head -c 200000000; echo end >&2", STAY);

        assertThat(cell.end()).isEqualTo(CellEnd.CLIENT);
        assertThat(Files.size(cell.stdout(ContainerRole.CLIENT))).isBetween(100_000L, 100_200L);
        assertThat(Files.readString(cell.stdout(ContainerRole.CLIENT)))
                .contains((200_000_000 - 100_000) + " more bytes of output were left out");
        assertThat(cell.stderr(ContainerRole.CLIENT)).hasContent("end");
        assertThat(Files.size(cell.folder().resolve(Recording.OUTPUT))).isLessThan(5_000_000);
    }

    @Test
    void downloadsAreComparedAndNeverStored() {
        var cell = open.run(
                "cd /downloads; set -- $REQUESTS; echo other >${1##*/}; mkdir -p a/b; echo x >a/b/c;"
                        + " ln -s /etc/passwd link; mkfifo pipe",
                STAY,
                TestFile.ofSize(100));

        var served = cell.served().get(0);
        assertThat(cell.downloaded()).hasSize(4);
        assertThat(cell.downloaded())
                .filteredOn(it -> it.path().equals(served.path()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(Kind.FILE);
                    assertThat(it.size()).isEqualTo(6);
                    assertThat(it.firstDifference()).isPresent();
                });
        assertThat(cell.downloaded()).anyMatch(it -> it.path().equals("a/b/c") && it.kind() == Kind.FILE);
        assertThat(cell.downloaded()).anyMatch(it -> it.path().equals("link") && it.kind() == Kind.SYMLINK);
        assertThat(cell.downloaded()).anyMatch(it -> it.path().equals("pipe") && it.kind() == Kind.OTHER);
        assertThat(cell.folder().resolve("client/downloads")).doesNotExist();
    }

    @Test
    void hostileLogsAreLeftOutAndTheRestIsKept() throws IOException {
        var cell = open.run(
                "cd /logs; echo k >keys.log; mkdir -p qlog; echo q >qlog/q.sqlog; ln -s /etc/shadow s; ln -s / root;"
                        + " mkfifo p; ln keys.log hard; echo mine >stdout.log; echo said",
                STAY);

        var logs = cell.folder().resolve("client");
        assertThat(cell.keylog(ContainerRole.CLIENT)).hasContent("k");
        assertThat(logs.resolve("qlog/q.sqlog")).hasContent("q");
        assertThat(cell.stdout(ContainerRole.CLIENT)).hasContent("said");
        assertThat(logs.resolve("stdout.log-copied")).hasContent("mine");
        assertThat(logs.resolve("hard")).hasContent("k");
        assertThat(logs.resolve("s")).doesNotExist();
        assertThat(logs.resolve("p")).doesNotExist();
        assertThat(Files.readString(cell.folder().resolve(Recording.OUTPUT)))
                .contains("not taken from client /logs: 's': a symbolic link");
        assertThat(cell.files().refused())
                .contains(new RefusedFile(ContainerRole.CLIENT, "/logs", "'s': a symbolic link"));
        try (var all = Files.walk(cell.folder())) {
            assertThat(all).noneMatch(Files::isSymbolicLink);
        }
    }

    @Test
    void withoutASimulatorTheEndpointsSeeEachOther() {
        var test = Scripted.test(Optional.empty(), OpenTestbed.SECONDS_20);

        var cell = open.run(
                Scripted.endpoint(
                        "/wait-for-it.sh server4:1234 -s -t 10 -- true && /wait-for-it.sh server6:1234 -s -t 5"),
                Scripted.endpoint("exec perl -MSocket -MIO::Socket::INET -e 'socket(my $s, PF_INET6, SOCK_STREAM, 0);"
                        + "bind($s, sockaddr_in6(1234, Socket::IN6ADDR_ANY)) or die; listen($s, 5); sleep 60'"),
                test);

        assertThat(cell.ending(ContainerRole.CLIENT).orElseThrow().exitedWith(0))
                .isTrue();
        assertThat(cell.scenario()).isEmpty();
        assertThat(cell.ending(ContainerRole.SIM)).isEmpty();
    }

    @Test
    void theScenarioCarriesTheSeed() {
        var recording = open.run("exit 0", STAY);
        assertThat(recording.scenario()).doesNotContain("--seed");
        assertThat(recording.setup().seed()).isEqualTo(7);
    }
}
