package dev.interop.tap.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.interop.tap.Directive;
import dev.interop.tap.TapDocument;
import dev.interop.tap.TapEvent;
import dev.interop.tap.TestPoint;
import dev.interop.tap.YamlContent;
import dev.interop.tap.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the points of a document as JSON. */
final class JsonPoints {

    /** Writes the document of a subtest. */
    interface DocumentWriter {
        void write(JsonGenerator json, TapDocument document) throws IOException;
    }

    private final YamlReader yaml;
    private final DocumentWriter documents;
    private final JsonYaml values = new JsonYaml();

    JsonPoints(YamlReader yaml, DocumentWriter documents) {
        this.yaml = yaml;
        this.documents = documents;
    }

    void writeFailures(JsonGenerator json, TapDocument document) throws IOException {
        List<Integer> places = new ArrayList<>();
        json.writeArrayFieldStart("failures");
        for (int i = 0; i < document.points().size(); i++) {
            TapEvent.Point point = document.points().get(i).point();
            if (point.failed()) {
                json.writeNumber(point.id());
                places.add(i + 1);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failureIndexes");
        for (int place : places) {
            json.writeNumber(place);
        }
        json.writeEndArray();
    }

    void write(JsonGenerator json, TapDocument document) throws IOException {
        json.writeArrayFieldStart("points");
        for (TestPoint point : document.points()) {
            write(json, point);
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, TestPoint tested) throws IOException {
        TapEvent.Point point = tested.point();
        json.writeStartObject();
        if (point.explicitId().isPresent()) {
            json.writeNumberField("id", point.explicitId().getAsLong());
        } else {
            json.writeNullField("id");
        }
        json.writeBooleanField("ok", point.ok());
        json.writeStringField("name", point.description());
        writeDirective(json, "skip", point, Directive.Kind.SKIP);
        writeDirective(json, "todo", point, Directive.Kind.TODO);
        json.writeFieldName("diag");
        if (tested.diagnostic().isPresent()
                && yaml.read(tested.diagnostic().get().yaml()) instanceof YamlContent.Parsed parsed) {
            values.write(json, parsed.value().orElse(null));
        } else {
            json.writeNull();
        }
        json.writeFieldName("subtest");
        if (tested.subtest().isPresent()) {
            documents.write(json, tested.subtest().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void writeDirective(JsonGenerator json, String field, TapEvent.Point point, Directive.Kind kind)
            throws IOException {
        boolean present = point.directive().filter(it -> it.kind() == kind).isPresent();
        String reason = present ? point.directive().get().reason() : "";
        if (reason.isEmpty()) {
            json.writeBooleanField(field, present);
        } else {
            json.writeStringField(field, reason);
        }
    }
}
