package dev.interop.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.interop.registry.Implementation;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;

/** Images as a CI system's jobs want them: each once, with a name that can be part of an artifact's. */
final class ImageList {
    private static final String MADE_HERE = "localhost/interop/";

    private ImageList() {}

    /** {@code [{"name": …, "image": …, "build": FOLDER}]}; without {@code build} where the image is to be pulled. */
    static String of(Collection<Implementation> implementations) {
        var images = new TreeMap<String, TreeSet<String>>();
        for (var implementation : implementations) {
            implementation
                    .roles()
                    .values()
                    .forEach(endpoint -> endpoint.image()
                            .ifPresent(it -> images.computeIfAbsent(it, key -> new TreeSet<>())
                                    .add(implementation.name())));
        }
        var list = JsonNodeFactory.instance.arrayNode();
        images.forEach((image, names) -> {
            var entry = list.addObject().put("name", names.first()).put("image", image);
            if (image.startsWith(MADE_HERE)) {
                entry.put("build", image.substring(MADE_HERE.length()).replaceFirst(":.*", ""));
            }
        });
        return list.toString();
    }
}
