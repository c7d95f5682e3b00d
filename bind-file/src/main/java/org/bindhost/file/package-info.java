/**
 * Local files as monikers, to be read and to be written, inside configured roots.
 *
 * <p>Names are calculations with text ({@link FilePath}): a name of Windows means on every system
 * what it means on Windows, where it is opened. Only {@link Platform} makes a path of one. Two
 * names are compared as they are written, so that a letter and its accent are not the same as the
 * letter that has one; what one file system takes for equal another keeps apart.
 *
 * <p>A relative name meets a file in two ways. <em>Read in a document</em>, it begins in the
 * directory which that document is in: {@code ../f} in {@code /docs/art} is {@code /f}.
 * <em>Composed with</em> a file, it begins at that file, as if that were a directory, so that each
 * {@code ".."} takes away one component that is there: {@code /docs/art} composed with {@code
 * file:../f} is {@code /docs/f} (B-11). Only so does a path from one file to another lead there
 * when it is composed, and only so does a composition undo what was composed before.
 *
 * <p>A relative name without anything to be relative to is a name too, and written {@code
 * file:../f}. Read where there is a file to be relative to, the same text is resolved.
 *
 * <p>{@code "!!"} in a text is the character {@code '!'} of a name, always; a single one may begin
 * an item or be the character, which the files that are there decide ({@link NamePrefixes}).
 *
 * <p>A name is resolved, checked against the roots, and followed once more from its root by way of
 * {@link Directory directories} that are held open, so that whoever swaps one for a link in between
 * leads nowhere. Where a system cannot hold a directory, the roots are a fence for names and not
 * for people who write there.
 */
package org.bindhost.file;
