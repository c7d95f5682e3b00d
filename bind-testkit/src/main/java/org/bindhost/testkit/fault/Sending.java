package org.bindhost.testkit.fault;

import java.io.IOException;
import org.bindhost.testkit.fault.Delivery.End;
import org.bindhost.testkit.fault.Delivery.Place;

/**
 * Sends one answer as its fault says.
 *
 * @param served the book that is kept of it
 * @param answer what is answered
 */
record Sending(Served served, Answer answer) {

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private Delivery delivery() {
        return served.fault().delivery();
    }

    /** An answer without a body has none whatever it announces. */
    boolean isBodiless() {
        int status = answer.status();
        return served.request().isHead() || status == NO_CONTENT || status == NOT_MODIFIED;
    }

    void run(Wire wire) throws IOException {
        try {
            send(wire);
        } finally {
            served.ends();
        }
    }

    private void send(Wire wire) throws IOException {
        Delivery delivery = delivery();
        if (delivery.head().isPresent()) {
            wire.hostile(delivery.head().get());
            wire.end(delivery.end());
        } else if (delivery.place() == Place.HEAD) {
            wire.partOfHead(answer, delivery.at(), delivery.end());
            wire.end(delivery.end());
        } else {
            served.begins(answer);
            wire.head(answer);
            sendBody(wire, isBodiless() ? Bytes.NONE : answer.body());
        }
    }

    private void sendBody(Wire wire, Bytes body) throws IOException {
        End end = delivery().end();
        long honest = delivery().honest(body.length());
        send(wire, body, 0, honest);
        if (end == End.GOAWAY_WITH) {
            wire.announceEnd();
            send(wire, body, honest, body.length());
        } else if (end == End.EXTENDED) {
            wire.body(new byte[(int) delivery().at()], (int) delivery().at(), more -> {});
        }
        boolean isOrderly = end == End.EXTENDED || end == End.GOAWAY_WITH;
        wire.end(isOrderly ? End.ORDERLY : end);
    }

    private void send(Wire wire, Bytes body, long from, long to) throws IOException {
        var piece = new byte[delivery().piece()];
        for (long at = from; at < to; at += piece.length) {
            int count = (int) Math.min(piece.length, to - at);
            body.copy(at, piece, count);
            wire.body(piece, count, served::sends);
            if (!delivery().pause().isZero()) {
                wire.pause(delivery().pause());
            }
        }
    }
}
