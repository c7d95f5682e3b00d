package org.bindhost.file;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.ItemContainer;
import org.bindhost.bind.Registration;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WatchableMonikerClass;
import org.bindhost.spi.WritableMonikerClass;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ComponentPropertyType;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The class {@code file}: {@code file:} URIs, absolute paths, and paths relative to another file.
 *
 * <p>Opening and writing ask the file system and so may wait; recognising does so only for a name
 * with a single {@code '!'} in it.
 */
@Component(
        service = MonikerClass.class,
        configurationPid = "org.bindhost.file",
        property = "service.ranking:Integer=" + FileMonikerClass.RANKING)
@Designate(ocd = FileMonikerClass.Config.class)
@FileMonikerClass.Names(moniker_class = FileNames.CLASS, moniker_scheme = FileNames.CLASS)
public final class FileMonikerClass
        implements MonikerClass,
                WritableMonikerClass,
                ObjectMonikerClass,
                WatchableMonikerClass,
                JoiningMonikerClass,
                InvertibleMonikerClass {

    /** Files are asked before the classes of schemes. */
    static final int RANKING = 100;

    /** The configuration, PID {@code org.bindhost.file}. */
    @ObjectClassDefinition(
            name = "Bindhost file monikers",
            description = "Which local files can be bound by name.")
    @interface Config {
        /**
         * Returns where files may be.
         *
         * @return directories; none means the working directory
         */
        @AttributeDefinition(
                name = "Roots",
                description =
                        "Directories that names may lead into, links resolved; anything else is"
                                + " denied. Relative ones start at the working directory of the"
                                + " process. Default: none, which means the working directory"
                                + " itself and nothing else.")
        String[] roots() default {};
    }

    /** The service properties; the schemes are to be an array, also when there is one. */
    @ComponentPropertyType
    @interface Names {
        /**
         * Returns the name of the class.
         *
         * @return the name
         */
        String moniker_class();

        /**
         * Returns its schemes.
         *
         * @return the schemes
         */
        String[] moniker_scheme();
    }

    /** Replaced as a whole, so that a change of configuration does not end what is under way. */
    private final AtomicReference<Roots> roots;

    private final Platform platform;
    private final Locks locks = new Locks();
    private final Watches watches = new Watches();
    private final FileContent contents;
    private final Uploads uploads;
    private final FileNames names;
    private final FileAlgebra algebra;

    /** Creates the class for a program without OSGi, for files in the working directory. */
    public FileMonikerClass() {
        this(Roots.of(), Platform.CURRENT);
    }

    /**
     * Creates the class.
     *
     * @param config where files may be
     */
    @Activate
    public FileMonikerClass(Config config) {
        this(Roots.of(config.roots()), Platform.CURRENT);
    }

    FileMonikerClass(Roots roots, Platform platform) {
        this(roots, platform, Directories.BEST, Clock.systemUTC());
    }

    FileMonikerClass(Roots roots, Platform platform, Directories directories, Clock clock) {
        this.roots = new AtomicReference<>(roots);
        this.platform = platform;
        this.contents = new FileContent(locks, directories, clock);
        this.uploads = new Uploads(locks, directories, clock);
        this.names = new FileNames(platform);
        this.algebra = new FileAlgebra(names, platform);
    }

    @Deactivate
    void close() {
        watches.close();
        locks.close();
    }

    @Modified
    void configure(Config config) {
        roots.set(Roots.of(config.roots()));
    }

    @Override
    public String name() {
        return FileNames.CLASS;
    }

    @Override
    public boolean isAsynchronous() {
        return false;
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return names.recognize(text, base, this::exists);
    }

    @Override
    public Joined join(MonikerPart left, MonikerPart right) throws BindException {
        return algebra.join(left, right);
    }

    @Override
    public Optional<MonikerPart> commonPrefix(MonikerPart me, MonikerPart him) {
        return algebra.commonPrefix(me, him);
    }

    @Override
    public Optional<MonikerPart> relativePath(MonikerPart from, MonikerPart to) {
        return algebra.relativePath(from, to);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        return Answer.of(() -> contents.open(admit(request), request));
    }

    @Override
    public CompletionStage<Upload> create(OpenRequest request) {
        return Answer.of(() -> uploads.create(admit(request), request));
    }

    /** A directory is a container of items, and nothing else is an object. */
    @Override
    public <T> CompletionStage<T> bindToObject(OpenRequest request, Class<T> type) {
        return Answer.of(() -> type.cast(container(path(request.name()), type)));
    }

    private FileContainer container(Path path, Class<?> type) throws BindException {
        if (type != ItemContainer.class) {
            throw new BindException(
                    Reason.UNSUPPORTED, path + " cannot be had as " + type.getName());
        }
        return new FileContainer(path, roots::get, contents).checked();
    }

    @Override
    public Registration watch(MonikerPart name, Watcher watcher) throws BindException {
        Path path = path(name);
        var file = roots.get().admit(path);
        return watches.watch(file, () -> roots.get().admit(path), watcher);
    }

    @Override
    public boolean canAppend() {
        return true;
    }

    /** Asks the disk of this machine and nobody else. */
    private boolean exists(FilePath file) {
        try {
            return platform.opens(file.root().form()) && roots.get().holds(platform.path(file));
        } catch (BindException e) {
            return false; // no name on this system, so of no file
        }
    }

    private NamedFile admit(OpenRequest request) throws BindException {
        return roots.get().admit(path(request.name()));
    }

    private Path path(MonikerPart name) throws BindException {
        try {
            return platform.path(names.path(name));
        } catch (MalformedName e) {
            throw new BindException(
                    Reason.SYNTAX, name.key() + " is no name of a file: it " + e.problem());
        }
    }
}
