package dev.interop.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("dev.interop logger")
class LoggedNotesTest {
    private final Logger logger = Logger.getLogger("dev.interop");
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord it) {
            if (it.getSourceClassName().equals(LoggedNotes.class.getName())) {
                logged.add(it.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    @Test
    void aNoteWithTextOfAnImageIsLoggedWithoutItsControlCharacters() {
        new LoggedNotes().note("image said \u001b[2J{0}\r\nnext");

        assertThat(logged).containsExactly("image said \\u001b[2J{0}\\u000d\\u000anext");
    }
}
