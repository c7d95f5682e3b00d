package org.bindhost.file;

/**
 * What a name of a file begins with.
 *
 * @param form in which way
 * @param text as it is written, without a separator behind it: {@code "C:"}, or both names of a
 *     share, which count as one; empty for POSIX and for relative names
 */
record Root(Form form, String text) {

    static final Root RELATIVE = new Root(Form.RELATIVE, "");
    static final Root POSIX = new Root(Form.POSIX, "");

    static Root drive(char letter) {
        return new Root(Form.DRIVE, letter + ":");
    }

    static Root share(String server, String share) {
        return new Root(Form.SHARE, "\\\\" + server + "\\" + share);
    }

    boolean isRelative() {
        return form == Form.RELATIVE;
    }

    /** Whether it is the same place, whatever the case it is written in. */
    boolean isSame(Root other) {
        return form == other.form && Case.fold(text).equals(Case.fold(other.text));
    }
}
