package org.bindhost.url;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.MediaRange;
import org.bindhost.spi.OpenRequest;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What is asked of a server, which may take more than one request.
 *
 * @param open who asks for what
 * @param url what is asked for
 * @param verb what is asked
 */
record Question(OpenRequest open, Url url, String verb) {

    /** Credentials first: what is said of the rest shows the name. */
    static Question of(OpenRequest open, String verb) throws BindException {
        Url url = UrlNames.toAsk(open.name(), open.info().extraInfo());
        Authority authority = url.authority().orElseThrow();
        if (authority.user().isPresent()) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    "credentials within a URL are not sent, and so "
                            + authority.host()
                            + " is not asked");
        }
        if (!Verbs.isSendable(verb)) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    open.name().text() + ": what it is asked for is no verb that is sent");
        }
        return new Question(open, url, verb);
    }

    /** Such as {@code "GET http://host/a"}. */
    String text() {
        return verb + " " + open.name().text();
    }

    /** Who is asked: {@code https://host:81}. */
    String origin() {
        var port = url.authority().orElseThrow().port();
        return url.scheme() + "://" + host() + (port.isPresent() ? ":" + port.getAsInt() : "");
    }

    String host() {
        return url.authority().orElseThrow().host();
    }

    /** Makes a request that has not been sent. */
    Request request(HttpClient client, Additions additions) {
        var request =
                client.newRequest(anyHost(url))
                        .host(host())
                        .port(url.port())
                        .method(verb)
                        .tag(open.addressPolicy()) // a connection is shared under one policy only
                        .idleTimeout(
                                0, TimeUnit.MILLISECONDS) // a suspended transfer is not a dead one
                        .headers(this::fill);
        request.headers(fields -> additions.fields().forEach(fields::put));
        additions.authorization().ifPresent(it -> it.applyTo(request));
        return request;
    }

    /** What a request says of itself, by names in lower case. */
    Map<String, List<String>> fields() {
        var fields = HttpFields.build();
        fill(fields);
        return Head.fields(fields);
    }

    /** The JDK's URIs know fewer hosts than there are, so that Jetty is told the host apart. */
    static URI anyHost(Url url) {
        String query = url.query().map(it -> "?" + it).orElse("");
        return URI.create(url.scheme() + "://host" + url.path() + query);
    }

    private void fill(HttpFields.Mutable fields) {
        fields.put(HttpHeader.ACCEPT_ENCODING, open.identity() ? "identity" : CodedBody.ACCEPTED);
        fields.put(HttpHeader.ACCEPT, accept(open.accepted()));
        WantedPart part = WantedPart.of(open);
        part.range().ifPresent(range -> fields.put(HttpHeader.RANGE, WantedPart.field(range)));
        part.state().ifPresent(state -> fields.put(HttpHeader.IF_RANGE, state.text()));
    }

    /** Best first: the first without a weight, each next one with less. */
    private static String accept(List<MediaRange> ranges) {
        var field = new StringBuilder(ranges.get(0).toString());
        for (int i = 1; i < ranges.size(); i++) {
            double weight = Math.max(1, 1000 - 1000 * i / ranges.size()) / 1000.0;
            field.append(", ").append(ranges.get(i)).append(";q=").append(weight);
        }
        return field.toString();
    }
}
