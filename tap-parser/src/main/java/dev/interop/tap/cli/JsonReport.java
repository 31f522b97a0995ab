package dev.interop.tap.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.interop.tap.ProblemCode;
import dev.interop.tap.TapDocument;
import dev.interop.tap.TapDocumentBuilder;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TapOptions;
import dev.interop.tap.TapResult;
import dev.interop.tap.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Writes the whole document as JSON, one line for each stream. Only this format keeps a stream in memory. Points have their
 * printed number, failures the effective one.
 */
final class JsonReport implements Report {

    private final Output out;
    private final TapOptions options;
    private final JsonPoints points;
    private TapDocumentBuilder builder;

    JsonReport(Output out, TapOptions options, YamlReader yaml) {
        this.out = out;
        this.options = options;
        this.points = new JsonPoints(yaml, this::write);
        this.builder = new TapDocumentBuilder(options);
    }

    @Override
    public Consumer<TapEvent> begin(String input) {
        builder = new TapDocumentBuilder(options);
        return this::accept;
    }

    /** Lines that are not printed are dropped, since a log may be long. */
    private void accept(TapEvent event) {
        if (!(event instanceof TapEvent.NonTap) && !(event instanceof TapEvent.Comment)) {
            builder.accept(event);
        }
    }

    @Override
    public void end(String input, TapResult result) {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            write(json, builder.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.line("");
    }

    /** Recurses through the points, at most as deep as the parser's limit. */
    private void write(JsonGenerator json, TapDocument document) throws IOException {
        TapResult result = document.result();
        json.writeStartObject();
        json.writeBooleanField("ok", result.ok());
        writeVersionAndPlan(json, result);
        json.writeNumberField("count", result.counts().points());
        json.writeNumberField("pass", result.counts().passed());
        json.writeNumberField("fail", result.counts().notOk());
        json.writeNumberField("skip", result.counts().skipped());
        json.writeNumberField("todo", result.counts().todo());
        if (result.bailOut().isPresent()) {
            json.writeStringField("bailout", result.bailOut().get());
        } else {
            json.writeBooleanField("bailout", false);
        }
        points.writeFailures(json, document);
        json.writeArrayFieldStart("errors");
        for (ProblemCode code : result.errors()) {
            json.writeString(code.code());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("subtestNames");
        for (TapDocument subtest : document.subtests()) {
            json.writeString(subtest.name());
        }
        json.writeEndArray();
        points.write(json, document);
        json.writeEndObject();
    }

    private static void writeVersionAndPlan(JsonGenerator json, TapResult result) throws IOException {
        if (result.version().isPresent()) {
            json.writeNumberField("version", result.version().getAsInt());
        } else {
            json.writeNullField("version");
        }
        json.writeObjectFieldStart("plan");
        if (result.plan().isPresent()) {
            json.writeNumberField("start", result.plan().get().start());
            json.writeNumberField("end", result.plan().get().end());
        } else {
            json.writeNullField("start");
            json.writeNullField("end");
        }
        json.writeBooleanField(
                "skipAll", result.plan().filter(TapEvent.Plan::skipAll).isPresent());
        json.writeStringField("reason", result.plan().map(TapEvent.Plan::reason).orElse(""));
        json.writeEndObject();
    }
}
