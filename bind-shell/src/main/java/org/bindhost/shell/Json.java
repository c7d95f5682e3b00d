package org.bindhost.shell;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes one JSON value and the end of its line. An absent value is written as {@code null}. */
final class Json {

    private Json() {}

    /**
     * Writes a value.
     *
     * @param out where to
     * @param value of maps with texts as keys, iterables, optionals, numbers, booleans and anything
     *     else by its text
     */
    static void print(PrintStream out, Object value) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        out.println(Shown.json(text.toString()));
        out.flush();
    }

    private static void write(JsonWriter json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(json.name(entry.getKey().toString()), entry.getValue());
            }
            json.endObject();
        } else if (value instanceof Iterable<?> values && !(value instanceof java.nio.file.Path)) {
            json.beginArray();
            for (Object each : values) {
                write(json, each);
            }
            json.endArray();
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeScalar(JsonWriter json, Object value) throws IOException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                write(json, optional.get());
            } else {
                json.nullValue();
            }
        } else if (value instanceof OptionalLong number) {
            writeScalar(
                    json, number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty());
        } else if (value instanceof Number number) {
            json.value(number);
        } else if (value instanceof Boolean bool) {
            json.value(bool);
        } else {
            json.value(value.toString());
        }
    }
}
