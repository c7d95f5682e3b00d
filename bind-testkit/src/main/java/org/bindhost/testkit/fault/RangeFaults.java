package org.bindhost.testkit.fault;

/** Lies about ranges, and about what they are of: RFC 9110, 14. */
public final class RangeFaults {

    private static final String CONTENT_RANGE = "Content-Range";

    private RangeFaults() {}

    /**
     * All of an entity comes whatever was asked for.
     *
     * @param entity the entity, such as the one that is served
     * @return the fault
     */
    public static Fault whole(Entity entity) {
        return Fault.lie("whole", (request, honest) -> Answer.honest(unranged(request), entity));
    }

    private static Request unranged(Request request) {
        var fields =
                request.fields().stream()
                        .filter(field -> !field.name().equalsIgnoreCase("range"))
                        .toList();
        return new Request(request.protocol(), request.method(), request.target(), fields);
    }

    /**
     * Another entity comes in place of the one that is served, with ranges and conditions honoured.
     *
     * @param entity the entity
     * @return the fault
     */
    public static Fault entity(Entity entity) {
        return Fault.lie("another entity", (request, honest) -> Answer.honest(request, entity));
    }

    /**
     * Another entity comes as if it were the one that is asked for: conditions are not looked at.
     *
     * @param entity the entity
     * @return the fault
     */
    public static Fault entityUnasked(Entity entity) {
        return Fault.lie(
                "another entity, no condition heeded",
                (request, honest) -> Answer.honest(unconditional(request), entity));
    }

    private static Request unconditional(Request request) {
        var fields =
                request.fields().stream()
                        .filter(field -> !field.name().equalsIgnoreCase("if-range"))
                        .toList();
        return new Request(request.protocol(), request.method(), request.target(), fields);
    }

    /**
     * What comes is called a part: status 206.
     *
     * @param contentRange the field that says which, such as {@code "bytes 0-9/10"}
     * @return the fault
     */
    public static Fault partial(String contentRange) {
        return Fault.lie(
                "206 " + contentRange,
                (request, honest) -> honest.status(206).with(CONTENT_RANGE, contentRange));
    }

    /**
     * What comes is called a part, and not which.
     *
     * @return the fault
     */
    public static Fault partialOfNothing() {
        return Fault.lie(
                "206 without a range",
                (request, honest) -> honest.status(206).without(CONTENT_RANGE));
    }

    /**
     * The part begins at another byte than was asked for, and says so.
     *
     * @param entity the entity that is served
     * @param by how many bytes later, or earlier if it is negative
     * @return the fault
     */
    public static Fault shifted(Entity entity, long by) {
        return Fault.lie(
                "shifted by " + by,
                (request, honest) -> {
                    long from = Math.max(0, honest.offset() + by);
                    long length = entity.bytes().length();
                    return honest.status(206)
                            .body(entity.bytes().part(from, length))
                            .with(
                                    CONTENT_RANGE,
                                    "bytes " + from + "-" + (length - 1) + "/" + length);
                });
    }

    /**
     * Several parts are announced.
     *
     * @return the fault
     */
    public static Fault multipart() {
        return Fault.lie(
                "multipart",
                (request, honest) ->
                        honest.status(206)
                                .without(CONTENT_RANGE)
                                .with("Content-Type", "multipart/byteranges; boundary=b"));
    }

    /**
     * No part is to be had: status 416.
     *
     * @param contentRange what is said of the length, that it has ten bytes, or nonsense
     * @return the fault
     */
    public static Fault notSatisfiable(String contentRange) {
        return Fault.lie(
                "416 " + contentRange,
                (request, honest) ->
                        honest.status(416).with(CONTENT_RANGE, contentRange).body(Bytes.NONE));
    }
}
