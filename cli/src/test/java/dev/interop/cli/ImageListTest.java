package dev.interop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.protocol.Protocols;
import dev.interop.registry.RegistryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageListTest {
    @TempDir
    Path folder;

    @Test
    void eachImageIsListedOnceWithAUniqueNameAndItsBuild() throws IOException {
        assertThat(list("""
                "a": {"quic": {"roles": ["client", "server"], "image": "localhost/x/y:local", "build": "other-name"}},
                "b": {"moqt": {"draft_versions": ["draft-16", "draft-18"], "roles": {
                  "client": {"image": "b:18", "drafts": {"draft-16": {"image": "b:16", "build": "old"}}},
                  "relay": {"image": "b-relay:1"}}}}
                """)).isEqualTo("""
                [{"name":"b","image":"b-relay:1"},{"name":"b-2","image":"b:16","build":"old"},\
                {"name":"b-3","image":"b:18"},{"name":"a","image":"localhost/x/y:local","build":"other-name"}]""");
    }

    private String list(String entries) throws IOException {
        var file = Files.writeString(
                folder.resolve("registry.json"), "{\"version\": \"2.0\", \"implementations\": {" + entries + "}}");
        return ImageList.of(new RegistryReader(Protocols.installed().registrySections())
                .read(List.of(file))
                .implementations());
    }
}
