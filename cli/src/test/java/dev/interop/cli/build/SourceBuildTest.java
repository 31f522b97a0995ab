package dev.interop.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.cli.build.BuildResult.State;
import dev.interop.recording.Provenance;
import dev.interop.testbed.docker.ContainerBackend;
import dev.interop.testbed.docker.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that is built from an implementation's sources records their provenance. */
@Tag("container")
class SourceBuildTest {
    @TempDir
    Path folder;

    private final ContainerBackend engine = Engine.connect();
    private final String image =
            "localhost/interop-test-" + UUID.randomUUID().toString().substring(0, 8) + "/client:1";
    private GitRepository repository;
    private String commit;

    @BeforeEach
    void makeBuild() {
        repository = new GitRepository(folder.resolve("upstream"));
        commit = repository.write("src/program", "one").commit();
        repository.git("tag", "v1");
        repository.write("src/program", "two").commit();
        new BuildsFixture(folder.resolve("builds"))
                .write("example/build.sh", "#!/bin/sh\n")
                .write("example/Dockerfile.client", """
                        FROM localhost/interop/debian:trixie
                        COPY program /program
                        """)
                .write("example/config.json", """
                        {"name": "example", "description": "", "repository": "%s", "default_ref": "main",
                         "targets": {"client": {
                           "dockerfile": "Dockerfile.client", "image_name": "%s", "context": "src"}}}
                        """.formatted(repository.folder(), image));
    }

    @AfterEach
    void removeImage() {
        engine.removeImage(image);
        engine.close();
    }

    @Test
    void theImagesLabelsAndAFileHaveItsProvenance() {
        assertThat(build(new SourceChoice(Optional.of("v1"), Optional.empty(), Optional.empty())))
                .isEqualTo(State.BUILT);

        var provenance =
                Provenance.of(engine.findImage(image).orElseThrow().labels()).orElseThrow();
        assertThat(provenance.repository()).isEqualTo(repository.folder().toString());
        assertThat(provenance.ref()).isEqualTo("v1");
        assertThat(provenance.commit()).isEqualTo(commit);
        assertThat(provenance.dirty()).isFalse();
        assertThat(provenance.built()).isNotEmpty();
        assertThat(new ProvenanceFiles(folder.resolve("logs")).read()).containsEntry(image, provenance);
    }

    @Test
    void localSourcesAreBuiltEachTimeAndMarkedAsChanged() {
        var local = new SourceChoice(Optional.empty(), Optional.of(repository.folder()), Optional.empty());
        build(local);
        var before = engine.findImage(image).orElseThrow();
        repository.write("src/program", "three");

        assertThat(build(local)).isEqualTo(State.BUILT);

        var after = engine.findImage(image).orElseThrow();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(Provenance.of(before.labels()).orElseThrow().dirty()).isFalse();
        assertThat(Provenance.of(after.labels()).orElseThrow().dirty()).isTrue();
    }

    @Test
    void missingSourcesAreAUserError() {
        var absent = folder.resolve("absent");

        assertThat(build(new SourceChoice(Optional.of("v9"), Optional.empty(), Optional.empty())))
                .isEqualTo(State.REFUSED);
        assertThat(build(new SourceChoice(Optional.empty(), Optional.of(absent), Optional.empty())))
                .isEqualTo(State.REFUSED);
        assertThat(build(new SourceChoice(Optional.empty(), Optional.empty(), Optional.of(absent.toString()))))
                .isEqualTo(State.FAILED);
    }

    private State build(SourceChoice sources) {
        var builder = new ImageBuilder(
                engine,
                BuildOptions.defaults(List.of(folder.resolve("builds")), folder.resolve("logs"))
                        .withSources(sources),
                BuildsFixture.noReleases());
        return builder.build(builder.named("example")).get(0).state();
    }
}
