package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets in whoever proves to be {@code me} with the password {@code s:cret}, or bears a token. */
final class Guarded implements TestServer.Handler {

    static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("me:s:cret".getBytes(UTF_8));

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final List<String> challenges;

    Guarded(String... challenges) {
        this.challenges = List.of(challenges);
    }

    /** What was said of who asks, in order; the scheme only of a digest. */
    Queue<String> told() {
        return told;
    }

    @Override
    public void handle(Request request, Response response, Callback done) {
        String said = String.valueOf(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        boolean isDigest = said.startsWith("Digest ");
        told.add(isDigest ? "Digest" : said);
        boolean isIn = said.equals(BASIC) || said.equals("Bearer t0ken");
        if (!isIn && !(isDigest && isProof(said, request.getMethod()))) {
            response.setStatus(401);
            challenges.forEach(it -> response.getHeaders().add(HttpHeader.WWW_AUTHENTICATE, it));
        }
        Runnable answer = () -> response.write(true, ByteBuffer.wrap("in".getBytes(UTF_8)), done);
        Content.Source.consumeAll(request, Callback.from(answer, done::failed));
    }

    private static boolean isProof(String said, String verb) {
        String name = value(said, "algorithm");
        String realm = value(said, "realm");
        String secret = hash(name, "me:" + realm + ":s:cret");
        String asked = hash(name, verb + ":" + value(said, "uri"));
        String all =
                String.join(
                        ":",
                        secret,
                        value(said, "nonce"),
                        value(said, "nc"),
                        value(said, "cnonce"),
                        value(said, "qop"),
                        asked);
        return hash(name, all).equals(value(said, "response"));
    }

    private static String value(String said, String name) {
        var found = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(said);
        return found.find() ? found.group(1) : "";
    }

    private static String hash(String name, String text) {
        try {
            var digest = MessageDigest.getInstance(name);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
