package dev.interop.cli.site;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interop.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFolderTest {
    @TempDir
    Path folder;

    @Test
    void aNewFolderAndAnEmptyOneAreTaken() {
        assertThatCode(() -> SiteFolder.check(folder.resolve("new"))).doesNotThrowAnyException();
        assertThatCode(() -> SiteFolder.check(folder)).doesNotThrowAnyException();
    }

    @Test
    void anEarlierSiteIsReplaced() throws IOException {
        write("index.html", front());
        write("awesome/index.html", "");
        write("logs/a-1.html", "");
        write("matrix.json", "{}");

        assertThatCode(() -> SiteFolder.check(folder)).doesNotThrowAnyException();
    }

    /** A checkout, a home folder, a site of the user's own, one with a file of the user's beside it. */
    @ParameterizedTest
    @ValueSource(strings = {".git/HEAD", "src/Main.java", "CNAME", "cells.jsonl"})
    void otherFilesAreNotRemoved(String name) throws IOException {
        write(name, "");

        assertRefused();

        write("index.html", front());
        assertRefused();
    }

    @Test
    void aSiteOfTheUsersOwnIsNotRemoved() throws IOException {
        write("index.html", "<html><head><title>mine</title></head></html>");

        assertRefused();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        write("file", "");

        assertThatThrownBy(() -> SiteFolder.check(folder.resolve("file")))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("file: is no folder; name another one with --out");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> SiteFolder.check(folder))
                .isInstanceOf(UserError.class)
                .hasMessage(folder + ": holds files that are of no site; name a new or an empty folder with --out");
    }

    /** The head of the page as it is made. */
    private static String front() throws IOException {
        var template = Files.readString(Path.of("..", "report", "src", "front.mjs"));
        return template.substring(template.indexOf("<!DOCTYPE html>"), template.indexOf("</head>"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
