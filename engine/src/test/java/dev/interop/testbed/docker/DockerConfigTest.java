package dev.interop.testbed.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                          | it is empty",
                "'{\"auths\": {'                             | it is not JSON, from line 1 on",
                "'[]'                                        | it holds no JSON object",
                "null                                        | it holds no JSON object",
                "{\"currentContext\": 5}                     | '''currentContext'' is number'",
                "{\"auths\": []}                             | '''auths'' is array'",
                "{\"credHelpers\": 3}                        | '''credHelpers'' is number'",
                "{\"auths\": {\"r.example\": {\"auth\": 5}}}     | the login for r.example is no USER:PASSWORD",
                "{\"auths\": {\"r.example\": {\"auth\": \"bm8=\"}}} | the login for r.example is no USER:PASSWORD",
                "{\"auths\": {\"r.example\": {\"auth\": \"?\"}}}    | the login for r.example is no USER:PASSWORD",
            })
    void aBrokenFileIsToldWithItsReason(String text, String problem) throws IOException {
        assertThat(config(text).problem()).hasValue(problem);
        assertThat(config(text).currentContext()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"auths\": {\"r.example\": {}, \"s.example\": {\"auth\": \"YTpi\"}}, \"credsStore\": \"pass\"}",
                "{\"HttpHeaders\": {\"X\": \"y\"}, \"unknown\": [1]}"
            })
    void aFileAsTheDockerCommandWritesItHasNoProblem(String text) throws IOException {
        assertThat(config(text).problem()).isEmpty();
    }

    @Test
    void aMissingFileIsNoProblem() {
        assertThat(new DockerConfig(folder).problem()).isEmpty();
        assertThat(new DockerConfig(folder).currentContext()).isEmpty();
    }

    private DockerConfig config(String text) throws IOException {
        Files.writeString(folder.resolve("config.json"), text);
        return new DockerConfig(folder);
    }
}
