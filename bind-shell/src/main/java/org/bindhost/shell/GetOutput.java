package org.bindhost.shell;

import java.util.List;
import java.util.Optional;

/** Tells how transfers ended: line by line, or as one JSON value in the end. */
final class GetOutput {

    private final Session session;
    private final boolean json;

    GetOutput(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    /** Where progress is painted: at a terminal, and for people only. */
    Optional<ProgressBars> bars() {
        return json || session.columns().isEmpty()
                ? Optional.empty()
                : Optional.of(new ProgressBars(session.err(), session.columns().getAsInt()));
    }

    /** Tells of one end, as soon as it has come. */
    void announce(TransferReport report) {
        if (!json) {
            report.note().ifPresent(note -> session.complain(report.name(), note));
        }
        report.failure().ifPresent(failure -> session.fail(report.name(), failure));
        if (report.isOk() && !json) {
            session.tell(
                    "%s -> %s  %d  %s"
                            .formatted(
                                    Shown.cell(report.name()),
                                    session.shorten(report.target().orElseThrow()),
                                    report.bytes(),
                                    report.sha256().orElseThrow()));
        }
    }

    /** Tells of all ends, and returns the status to end with. */
    int end(List<TransferReport> reports) {
        boolean ok = reports.stream().allMatch(TransferReport::isOk);
        if (json) {
            Json.print(
                    session.out(),
                    new Fields()
                            .with("ok", ok)
                            .with("transfers", reports.stream().map(GetOutput::fields).toList()));
        }
        return ok ? Status.OK : Status.FAILED;
    }

    private static Fields fields(TransferReport report) {
        return new Fields()
                .with("name", report.name())
                .with("target", report.target().map(Object::toString))
                .with("bytes", report.bytes())
                .with("sha256", report.sha256())
                .with("millis", report.millis())
                .with("ok", report.isOk())
                .with("reason", report.failure().map(Failure::reason))
                .with("message", report.failure().map(Failure::message))
                .with("note", report.note());
    }
}
