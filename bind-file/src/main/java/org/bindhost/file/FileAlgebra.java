package org.bindhost.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Joined;

/** Composing names of files, and what two of them have in common. */
final class FileAlgebra {

    private final FileNames names;
    private final Platform platform;

    FileAlgebra(FileNames names, Platform platform) {
        this.names = names;
        this.platform = platform;
    }

    Joined join(MonikerPart left, MonikerPart right) throws BindException {
        try {
            var relative = names.path(right);
            if (!relative.root().isRelative()) {
                throw new BindException(
                        Reason.SYNTAX, right + " is absolute and cannot follow " + left);
            }
            return new Joined.One(names.part(names.path(left).append(relative), left));
        } catch (MalformedName e) {
            throw new BindException(
                    Reason.SYNTAX, right + " cannot follow " + left + ": it " + e.problem());
        }
    }

    /** A root that both have counts, but that neither has one does not. */
    Optional<MonikerPart> commonPrefix(MonikerPart me, MonikerPart him) {
        return pair(me, him)
                .filter(pair -> pair.common > 0 || !pair.from.root().isRelative())
                .map(pair -> prefix(pair, me, him));
    }

    Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        return pair(from, to).flatMap(Pair::way).map(way -> names.part(way, to));
    }

    private MonikerPart prefix(Pair pair, MonikerPart me, MonikerPart him) {
        if (pair.common == pair.from.names().size()) {
            return me;
        }
        if (pair.common == pair.to.names().size()) {
            return him;
        }
        var shared = pair.from.names().subList(0, pair.common);
        return names.part(new FilePath(pair.from.root(), shared, shared.isEmpty()), me);
    }

    /** Empty if they begin at different roots. */
    private Optional<Pair> pair(MonikerPart from, MonikerPart to) {
        try {
            var start = names.path(from);
            var end = names.path(to);
            return start.root().isSame(end.root())
                    ? Optional.of(new Pair(start, end, common(start, end)))
                    : Optional.empty();
        } catch (MalformedName e) {
            return Optional.empty(); // forged, and so in common with nothing
        }
    }

    private int common(FilePath a, FilePath b) {
        int most = Math.min(a.names().size(), b.names().size());
        int same = 0;
        while (same < most && isSame(a, a.names().get(same), b.names().get(same))) {
            same++;
        }
        return same;
    }

    private boolean isSame(FilePath path, String name, String other) {
        return platform.ignoresCase(path.root().form())
                ? Case.fold(name).equals(Case.fold(other))
                : name.equals(other);
    }

    /** Two names from one root, and how many components they have in common. */
    private record Pair(FilePath from, FilePath to, int common) {

        /** Up from the one and down to the other; nobody knows the way back from above a start. */
        Optional<FilePath> way() {
            var left = from.names().subList(common, from.names().size());
            boolean apart = common == 0 && from.root().isRelative();
            if (apart || left.contains("..")) {
                return Optional.empty();
            }
            List<String> way = new ArrayList<>(Collections.nCopies(left.size(), ".."));
            way.addAll(to.names().subList(common, to.names().size()));
            return Optional.of(new FilePath(Root.RELATIVE, way, to.isDirectory() || way.isEmpty()));
        }
    }
}
