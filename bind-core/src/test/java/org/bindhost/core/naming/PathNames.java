package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;

/**
 * Names {@code path:/a/b}, and relative ones such as {@code path:../c}: a class that joins, has
 * prefixes and relative paths, and whose inverse is the anti-moniker.
 */
final class PathNames implements MonikerClass, JoiningMonikerClass, InvertibleMonikerClass {

    static final String CLASS = "path";

    static MonikerPart part(String key) {
        return new MonikerPart(CLASS, key, CLASS + ":" + DelimitedName.write(key));
    }

    @Override
    public String name() {
        return CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        var delimited = DelimitedName.of(text);
        String prefix = CLASS + ":";
        if (!text.startsWith(prefix)) {
            return Recognition.foreign();
        }
        String key = delimited.name().substring(prefix.length());
        if (key.isEmpty() || key.contains("//")) {
            return new Recognition.Malformed(prefix.length(), "has an empty segment");
        }
        return new Recognition.Found(part(key), delimited.text().length());
    }

    @Override
    public Joined join(MonikerPart left, MonikerPart right) throws BindException {
        if (isAbsolute(right)) {
            throw new BindException(
                    Reason.SYNTAX, right + " is absolute, and cannot follow " + left);
        }
        var segments = new ArrayList<>(segments(left));
        for (String segment : segments(right)) {
            boolean goesBack = segment.equals("..");
            boolean hasParent =
                    !segments.isEmpty() && !segments.get(segments.size() - 1).equals("..");
            if (goesBack && hasParent) {
                segments.remove(segments.size() - 1);
            } else if (!goesBack || !isAbsolute(left)) {
                segments.add(segment); // above the root is the root
            }
        }
        return segments.isEmpty() && !isAbsolute(left)
                ? Joined.nothing()
                : new Joined.One(path(isAbsolute(left), segments));
    }

    @Override
    public Optional<MonikerPart> commonPrefix(MonikerPart me, MonikerPart him) {
        List<String> mine = segments(me);
        List<String> his = segments(him);
        int common = common(mine, his);
        return isAbsolute(me) == isAbsolute(him) && common > 0
                ? Optional.of(path(isAbsolute(me), mine.subList(0, common)))
                : Optional.empty();
    }

    @Override
    public Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        if (!isAbsolute(from) || !isAbsolute(to)) {
            return Optional.empty();
        }
        List<String> mine = segments(from);
        List<String> his = segments(to);
        int common = common(mine, his);
        var path = new ArrayList<String>();
        mine.subList(common, mine.size()).forEach(segment -> path.add(".."));
        path.addAll(his.subList(common, his.size()));
        return Optional.of(path(false, path));
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        throw new AssertionError("no test opens " + request.name());
    }

    private static boolean isAbsolute(MonikerPart part) {
        return part.key().startsWith("/");
    }

    private static List<String> segments(MonikerPart part) {
        String path = isAbsolute(part) ? part.key().substring(1) : part.key();
        return path.isEmpty() ? List.of() : List.of(path.split("/"));
    }

    private static MonikerPart path(boolean absolute, List<String> segments) {
        return part((absolute ? "/" : "") + String.join("/", segments));
    }

    private static int common(List<String> mine, List<String> his) {
        int common = 0;
        while (common < Math.min(mine.size(), his.size())
                && mine.get(common).equals(his.get(common))) {
            common++;
        }
        return common;
    }
}
