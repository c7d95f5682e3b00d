package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * The {@code file:} URIs of RFC 8089 of this machine, and besides them what people write: spaces
 * and letters of any script need not be encoded. There are no queries and no fragments, so {@code
 * '?'} and {@code '#'} must be.
 */
final class FileUri {

    private static final String SCHEME = "file:";

    private FileUri() {}

    static boolean isFileUri(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The path, decoded, or empty if it is of another machine, relative or malformed. */
    static Optional<String> path(String uri) {
        return withoutHost(uri.substring(SCHEME.length()))
                .filter(path -> path.startsWith("/"))
                .flatMap(FileUri::decode)
                .map(FileUri::withoutSlashBeforeDrive);
    }

    /** Decodes percent signs, or is empty if one is not followed by what must follow. */
    static Optional<String> decode(String text) {
        if (text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            if (i + 2 >= raw.length || digit(raw[i + 1]) < 0 || digit(raw[i + 2]) < 0) {
                return Optional.empty();
            }
            bytes.write(digit(raw[++i]) * 16 + digit(raw[++i]));
        }
        return text(bytes.toByteArray());
    }

    private static Optional<String> withoutHost(String rest) {
        if (!rest.startsWith("//")) {
            return Optional.of(rest);
        }
        int slash = rest.indexOf('/', 2);
        String host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        return slash >= 0 && (host.isEmpty() || host.equalsIgnoreCase("localhost"))
                ? Optional.of(rest.substring(slash))
                : Optional.empty();
    }

    private static String withoutSlashBeforeDrive(String path) {
        boolean drive = File.separatorChar == '\\' && path.matches("/[A-Za-z]:.*");
        return drive ? path.substring(1) : path;
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // no name here: the bytes are no text
        }
    }
}
