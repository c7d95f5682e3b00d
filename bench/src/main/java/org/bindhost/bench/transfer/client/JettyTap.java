package org.bindhost.bench.transfer.client;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;

/** Reads Jetty's source by demand. */
final class JettyTap extends CountingTap implements Response.ContentSourceListener {

    private final Request request;
    private Content.Source source;

    private JettyTap(Request request) {
        this.request = request;
    }

    /** Sends a request and takes its answer. */
    static JettyTap of(Request request) {
        var tap = new JettyTap(request);
        request.onResponseContentSource(tap).send(tap::over);
        return tap;
    }

    private void over(Result result) {
        if (result.isFailed()) {
            fail(result.getFailure());
        } else {
            complete();
        }
    }

    @Override
    public void onContentSource(Response response, Content.Source itsSource) {
        source = itsSource;
        next();
    }

    @Override
    void next() {
        while (mayGoOn()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this::next);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return; // the end of the exchange tells
            }
            take(chunk.remaining());
            chunk.release();
            if (chunk.isLast()) {
                return;
            }
        }
    }

    @Override
    public void abort() {
        var unused = request.abort(new InterruptedException("enough"));
    }
}
