package org.bindhost.testkit.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bindhost.testkit.fault.Entity.Framing;
import org.bindhost.testkit.fault.Request.Field;

/**
 * What the server means to answer; a fault may make something else of it.
 *
 * @param status the status code
 * @param fields the fields of the head, lengths included, in order
 * @param body the bytes of the body
 * @param framing how HTTP/1.1 tells where the body ends
 * @param offset which byte of the entity the body begins with
 */
public record Answer(int status, List<Field> fields, Bytes body, Framing framing, long offset) {

    /** Copies the fields. */
    public Answer {
        fields = List.copyOf(fields);
    }

    /**
     * The same with another status.
     *
     * @param other the status
     * @return the answer
     */
    public Answer status(int other) {
        return new Answer(other, fields, body, framing, offset);
    }

    /**
     * The same with another body; its length is announced if one was.
     *
     * @param other the bytes
     * @return the answer
     */
    public Answer body(Bytes other) {
        var changed = new Answer(status, fields, other, framing, offset);
        return framing == Framing.LENGTH
                ? changed.with("Content-Length", Long.toString(other.length()))
                : changed;
    }

    /**
     * The same with one field replaced or, if it has none of that name, added.
     *
     * @param name its name
     * @param value its one value
     * @return the answer
     */
    public Answer with(String name, String value) {
        return without(name).and(name, value);
    }

    /**
     * The same with one more field.
     *
     * @param name its name, of which there may be others
     * @param value its value
     * @return the answer
     */
    public Answer and(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Answer(status, more, body, framing, offset);
    }

    /**
     * The same without a field.
     *
     * @param name its name, in any case
     * @return the answer
     */
    public Answer without(String name) {
        String unwanted = name.toLowerCase(Locale.ROOT);
        List<Field> rest =
                fields.stream()
                        .filter(field -> !field.name().toLowerCase(Locale.ROOT).equals(unwanted))
                        .toList();
        return new Answer(status, rest, body, framing, offset);
    }

    /** What an honest server answers: RFC 9110, 13.1.5 and 14. */
    static Answer honest(Request request, Entity entity) {
        long length = entity.bytes().length();
        RangeAsked part = RangeAsked.of(request, entity);
        Answer start = described(entity);
        if (part.isWhole()) {
            return framed(start, 200, entity, 0, length);
        }
        if (part.from() >= length) {
            return new Answer(416, start.fields(), Bytes.NONE, Framing.LENGTH, 0)
                    .with("Content-Range", "bytes */" + length)
                    .with("Content-Length", "0");
        }
        long to = Math.min(part.to(), length);
        return framed(start, 206, entity, part.from(), to)
                .with("Content-Range", "bytes " + part.from() + "-" + (to - 1) + "/" + length);
    }

    private static Answer described(Entity entity) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("Content-Type", "application/octet-stream"));
        entity.tag().ifPresent(tag -> fields.add(new Field("ETag", tag)));
        entity.date().ifPresent(date -> fields.add(new Field("Last-Modified", date)));
        if (entity.ranges()) {
            fields.add(new Field("Accept-Ranges", "bytes"));
        }
        return new Answer(200, fields, Bytes.NONE, entity.framing(), 0);
    }

    private static Answer framed(Answer start, int status, Entity entity, long from, long to) {
        var body = entity.bytes().part(from, to);
        return new Answer(status, start.fields(), Bytes.NONE, entity.framing(), from).body(body);
    }

    static Answer notFound() {
        return new Answer(404, List.of(), Bytes.NONE, Framing.LENGTH, 0).body(Bytes.NONE);
    }
}
