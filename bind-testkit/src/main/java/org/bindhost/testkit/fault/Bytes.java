package org.bindhost.testkit.fault;

/**
 * Bytes of which any can be had, and all need never be there at once.
 *
 * <p><b>Threads.</b> Any number of threads may call any method.
 */
public interface Bytes {

    /** None. */
    Bytes NONE = of(new byte[0]);

    /**
     * Returns how many there are.
     *
     * @return the number, 0 or more
     */
    long length();

    /**
     * Copies some of them.
     *
     * @param offset which comes first, 0 or more
     * @param into where to, from its start
     * @param count how many; all of them are there, and have room
     */
    void copy(long offset, byte[] into, int count);

    /**
     * Returns a part as an array.
     *
     * @param offset where it begins
     * @param count how many bytes it has
     * @return the bytes; a copy
     */
    default byte[] array(long offset, int count) {
        var array = new byte[count];
        copy(offset, array, count);
        return array;
    }

    /**
     * Returns a part that is itself bytes.
     *
     * @param from where it begins
     * @param to where it ends, exclusive
     * @return the part
     */
    default Bytes part(long from, long to) {
        Bytes whole = this;
        return new Bytes() {
            @Override
            public long length() {
                return to - from;
            }

            @Override
            public void copy(long offset, byte[] into, int count) {
                whole.copy(from + offset, into, count);
            }
        };
    }

    /**
     * Returns the same bytes over and over.
     *
     * @param times how often, 1 or more
     * @return the repetition
     */
    default Bytes repeated(long times) {
        Bytes once = this;
        return new Bytes() {
            @Override
            public long length() {
                return once.length() * times;
            }

            @Override
            public void copy(long offset, byte[] into, int count) {
                byte[] unit = once.array(0, (int) once.length());
                for (int i = 0; i < count; i++) {
                    into[i] = unit[(int) ((offset + i) % unit.length)];
                }
            }
        };
    }

    /**
     * Makes bytes of an array.
     *
     * @param array the array; not to be changed afterwards
     * @return the bytes
     */
    static Bytes of(byte[] array) {
        return new Bytes() {
            @Override
            public long length() {
                return array.length;
            }

            @Override
            public void copy(long offset, byte[] into, int count) {
                System.arraycopy(array, (int) offset, into, 0, count);
            }
        };
    }
}
