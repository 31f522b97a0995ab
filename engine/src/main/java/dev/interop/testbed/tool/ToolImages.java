package dev.interop.testbed.tool;

import dev.interop.UserError;
import dev.interop.testbed.docker.Engine;
import dev.interop.testbed.docker.EngineFailure;
import dev.interop.testbed.docker.ImageFacts;
import dev.interop.testbed.docker.PullPolicy;
import dev.interop.testbed.image.DockerBuild;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds the product's own images: as configured, on the machine, pulled, or built from the contexts in this library, in
 * this order.
 */
@API(status = Status.INTERNAL)
public final class ToolImages {
    private static final String TOOL = "{tool}";
    /** The prefix of local images, which no registry has. */
    private static final String LOCAL = "localhost/";

    private final Store store;
    private final Builder builder;
    private final ToolContexts contexts;
    private final ToolOptions options;

    ToolImages(Store store, Builder builder, ToolContexts contexts, ToolOptions options) {
        this.store = store;
        this.builder = builder;
        this.contexts = contexts;
        this.options = options;
    }

    /** Images of a container engine. */
    interface Store {
        Optional<ImageFacts> find(String reference);

        /**
         * @throws EngineFailure when it cannot be pulled
         */
        void pull(String reference);
    }

    /** Builds images from their contexts. */
    interface Builder {
        /**
         * @param missing reference → image
         */
        void build(Map<String, ToolImage> missing);
    }

    /**
     * Makes sure that images are on this machine.
     *
     * @param configured each needed image → its configured or default reference
     * @return each image → its reference
     * @throws UserError when one can be neither found nor built; names the parameter that helps
     */
    public static Map<ToolImage, String> ready(Engine engine, Map<ToolImage, String> configured, ToolOptions options) {
        try {
            engine.warnings().forEach(options.progress()::say);
            var store = new Store() {
                @Override
                public Optional<ImageFacts> find(String reference) {
                    return engine.findImage(reference);
                }

                @Override
                public void pull(String reference) {
                    engine.pullImage(reference);
                }
            };
            var contexts = ToolContexts.ofLibrary();
            var builder = new ToolBuilder(engine.facts().host(), store, contexts, options);
            return new ToolImages(store, builder, contexts, options).ready(configured);
        } catch (EngineFailure e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    Map<ToolImage, String> ready(Map<ToolImage, String> configured) {
        var ready = new EnumMap<ToolImage, String>(ToolImage.class);
        var missing = new LinkedHashMap<String, ToolImage>();
        configured.forEach((tool, reference) -> {
            if (isUsable(tool, reference)) {
                ready.put(tool, reference);
                return;
            }
            var pulled = reference.equals(tool.defaultReference()) ? pulled(tool) : Optional.<String>empty();
            if (pulled.isEmpty()) {
                missing.put(reference, tool);
            }
            ready.put(tool, pulled.orElse(reference));
        });
        if (options.build()) {
            builder.build(missing);
        } else {
            missing.forEach(ToolImages::refuse);
        }
        return ready;
    }

    /** Refuses a missing image, except that of sandboxes: without it, most cells are only slower. */
    private static void refuse(String reference, ToolImage tool) {
        if (tool != ToolImage.SANDBOX) {
            throw new UserError("image " + reference + " is not on this machine and not to be built"
                    + " (interop.tools.build=false); let it be built, or name one that exists with "
                    + tool.parameter());
        }
    }

    /** Whether an image needs no build; images in registries are pulled later. */
    private boolean isUsable(ToolImage tool, String reference) {
        if (!reference.startsWith(LOCAL)) {
            return true;
        }
        var present = store.find(reference);
        var asItIs = !reference.equals(tool.defaultReference()) || !options.build();
        return present.isPresent() && (asItIs || isCurrent(present.get(), contexts.inputs(tool.context())));
    }

    static boolean isCurrent(ImageFacts image, String inputs) {
        return inputs.equals(image.labels().get(DockerBuild.INPUTS_LABEL));
    }

    private Optional<String> pulled(ToolImage tool) {
        if (options.pulled().isEmpty()) {
            return Optional.empty();
        }
        if (!options.pulled().get().contains(TOOL)) {
            throw new UserError("interop.tools.image: '" + options.pulled().get() + "' is one name for all tools; say "
                    + TOOL + " in the place of the tool's, as in ghcr.io/example/interop-" + TOOL + ":1");
        }
        var name = options.pulled().get().replace(TOOL, tool.context());
        if (store.find(name).isPresent()) {
            return Optional.of(name);
        }
        if (options.pull() == PullPolicy.NEVER) {
            return Optional.empty();
        }
        try {
            options.progress().say("pulling " + name + " …");
            store.pull(name);
            return Optional.of(name);
        } catch (EngineFailure e) {
            options.progress().say(name + " could not be pulled (" + e.getMessage() + "); see interop.tools.image");
            return Optional.empty();
        }
    }
}
