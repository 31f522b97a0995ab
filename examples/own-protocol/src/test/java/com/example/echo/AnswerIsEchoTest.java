package com.example.echo;

import static dev.interop.testing.CheckAssert.assertThat;
import static dev.interop.testing.RecordingBuilder.recording;

import dev.interop.recording.ContainerRole;
import dev.interop.testing.RecordingBuilder;
import dev.interop.testing.TestEvidence;
import dev.interop.testing.TraceBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerIsEchoTest {
    private static final String WORDS = "hello 2a";

    @TempDir
    Path folder;

    @Test
    void theSameWordsPass() {
        assertThat(new AnswerIsEcho(), evidence(told().downloaded("answer.txt", 8, AnswerIsEcho.digest(WORDS))))
                .passed();
    }

    @Test
    void otherWordsFail() {
        assertThat(new AnswerIsEcho(), evidence(told().downloaded("answer.txt", 8, AnswerIsEcho.digest("HELLO 2A"))))
                .failed()
                .because("an answer of 8 bytes that is not it");
    }

    @Test
    void noAnswerFails() {
        assertThat(new AnswerIsEcho(), evidence(told())).failed().because("no such file");
    }

    private RecordingBuilder told() {
        return recording(folder).variable(ContainerRole.CLIENT, EchoContract.WORDS, WORDS);
    }

    private static TestEvidence evidence(RecordingBuilder recording) {
        return new TestEvidence(recording.build(), TraceBuilder.trace().build());
    }
}
